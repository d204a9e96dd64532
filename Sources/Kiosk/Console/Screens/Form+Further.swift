import Ballot

/// Working forms on paper, the way into deliberation, and what the district sends back.
extension Form {
  static func further(_ id: FormID) -> Form {
    switch id {
    case .workingForm: workingForm(id, "")
    case .deliberation: workingForm(id, "F22")
    case .offer:
      make(id, [FormField(.offerFile, .file(["tar"]))], .takeIn) {
        [["archive", "import", $0[0].input.text]]
      }
    default: make(id, [], nil) { _ in [["archive", "officers"]] }
    }
  }

  /// A form of the catalogue on paper; `code` is the one that stands there first.
  private static func workingForm(_ id: FormID, _ code: String) -> Form {
    let forms = PaperCatalogue.standard.forms.map { paper in
      (paper.code, Sentence(zh: "\(paper.code) \(paper.title)", en: "\(paper.code) \(paper.english)"))
    }
    return make(
      id,
      [
        FormField(.whichForm, choices(forms), value: code), FormField(.copies, .number, value: "1"),
        FormField(.howFilledIn, choices([("", .filledIn), ("--blank", .leftBlank)]), isOptional: true),
        FormField(.howPrinted, choices([("", .byPrinter), ("--to-file", .toFile)]), isOptional: true),
      ], .printNow
    ) { fields in
      [
        ["form", "print", fields[0].input.text, "--copies", fields[1].input.text]
          + fields.dropFirst(2).map(\.input.text).filter { !$0.isEmpty }
      ]
    }
  }
}
