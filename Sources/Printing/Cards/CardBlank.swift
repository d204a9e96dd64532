import Ballot

/// A voter card before anything about the voter is put in: it is the same on every card of an issue.
struct CardBlank {
  let issue: CardIssue
  let seal: Picture?
  let corner: Point

  func draw(on document: PDFDocument) {
    let form = CardForm(corner)
    document.text(issue.election, in: form.election, TextStyle(.song, 10.5, alignment: .centre))
    document.text(
      issue.title, in: form.title, TextStyle(.song, 18, bold: true, alignment: .centre, tracking: 8))
    labels(form, on: document)
    instructions(form.instructions, on: document)
    SealPlace(issuer: issue.issuer, date: issue.date, seal: seal, size: 8).draw(in: form.seal, on: document)
    stub(form, on: document)
  }

  private func labels(_ form: CardForm, on document: PDFDocument) {
    label("姓　　名", before: form.name, width: 15, on: document)
    label("性别", before: form.sex, width: 8.5, on: document)
    label("选民编号", before: form.rollNumber, width: 15, on: document)
    label("组别", before: form.group, width: 8.5, on: document)
    label("投 票 站", before: form.station, width: 15, on: document)
    label("投票时间", before: form.hours, width: 15, on: document)
  }

  private func label(_ text: String, before value: Rect, width: Double, on document: PDFDocument) {
    let place = Rect(x: value.x - width - 1.2, y: value.y, w: width, h: value.h)
    document.text(text, in: place, TextStyle(.hei, 9.5))
    line(under: value, on: document)
  }

  private func line(under value: Rect, on document: PDFDocument) {
    let y = value.maxY - 0.4
    document.line(from: Point(x: value.x - 0.5, y: y), to: Point(x: value.maxX, y: y), width: 0.12)
  }

  private func instructions(_ area: Rect, on document: PDFDocument) {
    var y = area.y
    for (index, sentence) in issue.instructions.enumerated() where y < area.maxY {
      y += document.text(
        "\(index + 1). \(sentence)", in: Rect(x: area.x, y: y, w: area.w, h: area.maxY - y),
        TextStyle(.fang, 7.5), fit: .wrap, place: .top)
    }
  }

  private func stub(_ form: CardForm, on document: PDFDocument) {
    let y = corner.y + CardForm.stubTop
    document.setColour(.grey)
    document.line(
      from: Point(x: corner.x, y: y), to: Point(x: corner.x + CardSheet.card.w, y: y), width: 0.15,
      dashes: [0.6, 0.9])
    document.setColour(.black)
    label("姓名", before: form.stubName, width: 8.5, on: document)
    label("编号", before: form.stubNumber, width: 7.5, on: document)
    label("组别", before: form.stubGroup, width: 8.5, on: document)
    label("签收人", before: form.stubSign, width: 11, on: document)
    label("日期", before: form.stubDay, width: 8.5, on: document)
  }
}
