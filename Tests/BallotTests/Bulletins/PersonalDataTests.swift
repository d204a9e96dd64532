import Ballot
import Testing

@Suite("What a bulletin may not show")
struct PersonalDataTests {
  @Test(
    "ID numbers, telephones and reasons of health are found, in whatever spelling",
    arguments: [
      ("王伟 500112199003071234", PersonalData.Finding.identityNumber("5001**************")),
      ("（50011219900307123X）", .identityNumber("5001**************")),
      ("５００１１２１９９００３０７１２３４", .identityNumber("5001**************")),
      ("500112 19900307 1234", .identityNumber("5001**************")),
      ("5001**********1234", .identityNumber("5001**************")),
      ("旧证500112900307123", .identityNumber("5001**************")),
      ("手机13912345678。", .telephone("139********")), ("139 1234 5678", .telephone("139********")),
      ("139-1234-5678", .telephone("139********")), ("+8613912345678", .telephone("139********")),
      ("023-45671234", .telephone("023-********")), ("0830 4567123", .telephone("0830-********")),
      ("因病不能到场", .health("因病")), ("李娜（残疾）", .health("残疾")), ("住院治疗", .health("住院")),
    ])
  func found(text: String, finding: PersonalData.Finding) {
    #expect(PersonalData.findings(in: text) == [finding])
  }

  @Test(
    "What papers are made of is not taken for personal data",
    arguments: [
      "青禾村选字〔2027〕第12号", "2027年5月18日 08:00—16:00", "2027-05-18", "2027-04-10 2027-04-24",
      "登记选民 1203 人，发出选票 655 张", "得票 352 255 8 10 15", "12345678901234567890", "云溪镇选指〔2027〕3号",
      "行动不便或者外出", "欧阳素芬　女", "规则包 CQ-V-2026", "",
    ])
  func nothing(text: String) { #expect(PersonalData.findings(in: text).isEmpty) }

  @Test("The office's own telephone may be printed; another may not")
  func contact() {
    let text = "联系电话：023-45671234。王伟 13912345678"
    #expect(PersonalData.findings(in: text, allowing: ["023-45671234"]) == [.telephone("139********")])
  }

  @Test("A finding itself does not show the number")
  func hidden() throws {
    let finding = try #require(PersonalData.findings(in: "500112199003071234").first)
    #expect(!"\(finding)".contains("199003071234"))
  }
}
