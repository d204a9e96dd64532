import Ballot
import Testing

@Suite("The catalogue of papers")
struct CatalogueTests {
  static let papers = PaperCatalogue.standard.papers

  @Test("It has every bulletin and form of the rule book, in order")
  func complete() {
    let bulletins = (Array(0...25) + Array(30...38)).map { $0 < 10 ? "B0\($0)" : "B\($0)" }
    let forms = (1...22).map { $0 < 10 ? "F0\($0)" : "F\($0)" }
    #expect(CatalogueTests.papers.map(\.code) == bulletins + forms)
    #expect(Set(CatalogueTests.papers.map(\.title)).count == CatalogueTests.papers.count)
  }

  @Test(
    "Every field is described, and every bulletin says how long it hangs and what it needs", arguments: papers
  )
  func described(paper: PaperEntry) throws {
    for name in paper.fields {
      let field = try #require(PaperCatalogue.standard.field(name), "\(paper.code): \(name)")
      #expect(!field.zh.isEmpty && !field.en.isEmpty)
      #expect((field.type == .rows) == !field.columns.isEmpty, "\(name)")
    }
    #expect(Set(paper.fields).count == paper.fields.count)
    if paper.isBulletin {
      #expect(paper.posting != nil && !paper.needs.isEmpty)
    } else {
      #expect(paper.posting == nil && paper.needs.isEmpty && paper.retention.source.contains("U"))
    }
  }

  @Test("Every bulletin that a pack's procedure names is in the catalogue, for that procedure")
  func packs() throws {
    for pack in RulePack.all.values {
      for kind in pack.knownKinds {
        let procedure = try #require(pack.procedure(for: kind))
        for step in procedure.steps {
          for code in step.bulletins + step.optionalBulletins {
            let paper = try #require(PaperCatalogue.standard[code], "\(code)")
            #expect(paper.applies(to: procedure.name), "\(pack.id) \(procedure.name) \(code)")
          }
        }
      }
    }
  }

  @Test("A bulletin fulfils only facts that are somebody's word, and of a step that it belongs to")
  func facts() throws {
    for paper in CatalogueTests.papers {
      guard let fact = paper.fulfils else { continue }
      #expect(fact.witness == .staff)
      let steps = RulePack.all.values.flatMap { pack in
        pack.knownKinds.compactMap(pack.procedure).flatMap(\.steps)
      }
      #expect(steps.contains { $0.needs.value.contains(fact) }, "\(paper.code)")
    }
  }

  @Test("Papers with the names of voters stay in the restricted bundle")
  func restricted() {
    let restricted = CatalogueTests.papers.filter { $0.share == .restricted }.map(\.code)
    #expect(restricted == ["B05", "B06", "B18", "B19"])
  }

  @Test(
    "A posting period reads as it is written, and nothing else is one",
    arguments: ["15 days", "5 days", "until election day", "0 days", "days", "-1 days", "soon", ""])
  func periods(text: String) {
    let known = ["15 days", "5 days", "until election day"]
    #expect(PostingPeriod(text)?.description == (known.contains(text) ? text : nil))
  }
}
