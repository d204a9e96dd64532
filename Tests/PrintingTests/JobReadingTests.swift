import Testing

@testable import Printing

/// What a look at a job means, state by state.
struct JobReadingTests {
  static let table: [(JobReading, JobReading.Meaning)] = [
    (.init(state: .pending), .goesOn(.waiting)),
    (.init(state: .processing, reasons: ["job-printing"]), .goesOn(.printing)),
    (.init(state: .processing, printerReasons: ["cups-waiting-for-job-completed"]), .goesOn(.printing)),
    (
      .init(state: .processing, printerReasons: ["media-empty-error"]),
      .goesOn(.needsAttention([.mediaEmpty]))
    ),
    (
      .init(state: .processing, printerReasons: ["media-empty-warning"]),
      .goesOn(.needsAttention([.mediaEmpty]))
    ),
    (.init(state: .processing, printerReasons: ["media-needed"]), .goesOn(.needsAttention([.mediaEmpty]))),
    (.init(state: .processing, printerReasons: ["media-jam-error"]), .goesOn(.needsAttention([.mediaJam]))),
    (
      .init(state: .processing, printerReasons: ["door-open-report", "media-jam"]),
      .goesOn(.needsAttention([.mediaJam, .coverOpen]))
    ),
    (.init(state: .processing, printerReasons: ["toner-low-warning"]), .goesOn(.printing)),
    (
      .init(state: .processing, printerReasons: ["connecting-to-device"]),
      .goesOn(.needsAttention([.offline]))
    ),
    (
      .init(state: .processing, printerMessage: "The printer may not exist or is unavailable at this time."),
      .goesOn(.needsAttention([.offline]))
    ),
    (
      .init(state: .pending, reasons: ["printer-stopped"], printerReasons: ["paused"]),
      .ended(.stopped(reasons: ["printer-stopped", "paused"]))
    ),
    (
      .init(state: .pending, reasons: ["none"], printerReasons: ["paused"]),
      .ended(.stopped(reasons: ["none", "paused"]))
    ),
    (
      .init(state: .held, reasons: ["resources-are-not-ready"]),
      .ended(.held(reasons: ["resources-are-not-ready"]))
    ),
    (
      .init(state: .canceled, message: "Print job canceled at printer."),
      .ended(.canceled(message: "Print job canceled at printer."))
    ),
    (.init(state: .aborted), .ended(.aborted(message: ""))),
    (.init(state: .completed, reasons: ["job-completed-successfully"]), .ended(.finished)),
    (.init(state: .completed, printerReasons: ["media-low-warning"]), .ended(.finished)),
    (
      .init(
        state: .completed,
        printerReasons: ["cups-ipp-conformance-failure-report", "cups-ipp-missing-job-history"]),
      .ended(.unknown(reasons: ["cups-ipp-missing-job-history"]))
    ),
  ]

  @Test("A look and its meaning", arguments: table)
  func meaning(_ reading: JobReading, _ meaning: JobReading.Meaning) {
    #expect(reading.meaning == meaning)
  }

  @Test("A PNG's and a JPEG's size is read from the header, and rubbish has none")
  func imageSizes() {
    #expect(ImageSize(png: [UInt8](Samples.seal)) == ImageSize(png: [UInt8](Samples.seal)))
    #expect(ImageSize(png: [UInt8](Samples.seal))?.pixels == 16)
    #expect(ImageSize(png: []) == nil)
    #expect(ImageSize(jpeg: [0xFF, 0xD8]) == nil)
    #expect(ImageSize(jpeg: [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == nil)
    let frame: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 5, 3, 1]
    #expect(ImageSize(jpeg: frame)?.width == 5)
    #expect(ImageSize(jpeg: frame)?.height == 3)
  }
}
