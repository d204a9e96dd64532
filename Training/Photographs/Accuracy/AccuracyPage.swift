import Ballot
import Foundation
import Scanner

/// The accuracy report as one HTML file with its charts and pictures inside.
struct AccuracyPage {
  let report: AccuracyReport
  let worst: [(level: String, box: BoxRecord)]

  init(_ report: AccuracyReport, worst: [(level: String, box: BoxRecord)]) {
    (self.report, self.worst) = (report, worst)
  }

  private static let targets = [("99.9", "0.5"), ("99.5", "1"), ("99", "3"), ("97", "10"), ("90", "—")]
  private static let marks = ["for", "against", "blank", "other"]

  var html: String {
    """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Accuracy of the ballot reader</title><style>
    body{font:15px/1.5 sans-serif;margin:2em;max-width:1100px} table{border-collapse:collapse;margin:1em 0}
    td,th{border:1px solid #ccc;padding:3px 9px;text-align:right} td:first-child,th:first-child{text-align:left}
    figure{display:inline-block;margin:4px;font-size:12px;width:170px;vertical-align:top} figure img{width:160px}
    .bad{background:#fdd} svg{margin:6px}
    </style><h1>Accuracy of the ballot reader</h1>
    <p>Simulated photographs of eight megapixels of ballots printed by the product, seeds \(report.firstSeed) on; half
    of the marks or more are real pen strokes (\(report.marks)) of writers whom the networks never saw, the others are
    drawn by rule. Boxes with points or other signs are counted apart.</p>
    \(levels)\(confusions)<h2>Calibration, doubt and error</h2>\(calibration)\(tradeoff)
    <h2>How accuracy moves</h2><p>One property moves, the others stay at level L1; \(report.sweeps.first?.places.first?.figures.sheets ?? 0) sheets a place.</p>\(sweeps)
    <h2>The worst readings</h2><p>What the classifier saw; wrong and clear first (red), then wrong, then least sure.</p>
    \(gallery)</html>

    """
  }

  private func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }

  private var levels: String {
    var rows = ""
    for (figures, target) in zip(report.levels, AccuracyPage.targets) {
      rows +=
        "<tr><td>\(figures.name)</td><td>\(figures.sheets)</td><td>\(figures.refused.values.reduce(0, +))</td>"
      rows += "<td>\(figures.boxes)</td><td>\(percent(figures.forcedChoiceRight))</td><td>\(target.0) %</td>"
      rows += "<td>\(percent(figures.doubtful))</td><td>\(target.1) %</td><td>\(figures.clearAndWrong)</td>"
      rows += "<td>\(figures.clearForAgainstSwaps)</td><td>\(figures.clearMarkedBlankSwaps)</td>"
      rows += "<td>\(figures.otherSignsClear.values.reduce(0, +)) of \(figures.otherSigns)</td>"
      rows +=
        "<td>\(figures.dotsClearAsSign) of \(figures.dots)</td><td>\(figures.namesWrong) of \(figures.names)</td></tr>"
    }
    return """
      <table><tr><th>level</th><th>sheets</th><th>refused</th><th>boxes</th><th>forced choice right</th><th>target</th>
      <th>doubtful</th><th>target</th><th>clear and wrong</th><th>○↔×</th><th>marked↔blank</th>
      <th>other signs clear</th><th>points clear as a sign</th><th>names wrong</th></tr>\(rows)</table>
      """
  }

  private var confusions: String {
    let heads = AccuracyPage.marks.map { "<th>\($0)</th>" }.joined()
    return "<h2>Confusion by level</h2><p>What stood there, down; what it was read as, across.</p>"
      + report.levels.map { figures in
        let rows = AccuracyPage.marks.map { truth in
          "<tr><td>\(truth)</td>"
            + AccuracyPage.marks.map { "<td>\(figures.confusion[truth]?[$0] ?? 0)</td>" }.joined() + "</tr>"
        }.joined()
        return
          "<table style=\"display:inline-block;margin-right:1em\"><tr><th>\(figures.name)</th>\(heads)</tr>\(rows)</table>"
      }.joined()
  }

  private var calibration: String {
    let bins = report.calibration.bins
    let points = bins.map { (x: $0.meanConfidence, y: $0.right) }
    return Chart(
      title: "Calibration at L0 to L3", across: "confidence", up: "right",
      lines: [
        .init(name: "ideal", colour: "#bbb", points: [(0.4, 0.4), (1, 1)]),
        .init(name: "reader", colour: Chart.colours[1], points: points),
      ], x: 0.4...1, y: 0...1
    ).svg
  }

  private var tradeoff: String {
    let lines = report.levels.enumerated().map { index, figures in
      Chart.Line(
        name: figures.name, colour: Chart.colours[index % 5],
        points: (report.tradeoff[figures.name]?.places ?? []).map {
          (x: $0.doubtful * 100, y: Double($0.wrong) / Double(max(figures.boxes, 1)) * 100)
        })
    }
    return Chart(
      title: "A limit on confidence alone", across: "doubtful, %", up: "wrong among all, %", lines: lines,
      x: 0...12,
      y: 0...1
    ).svg
  }

  private var sweeps: String {
    report.sweeps.map { sweep in
      let values = sweep.places.map(\.value)
      let all = sweep.places.map { Double(max($0.figures.sheets, 1)) }
      func line(_ name: String, _ colour: Int, _ value: (SweepFigures.Place) -> Double?) -> Chart.Line {
        Chart.Line(
          name: name, colour: Chart.colours[colour],
          points: sweep.places.compactMap { place in value(place).map { (x: place.value, y: $0) } })
      }
      // Where every sheet was refused there is nothing to be right or doubtful about.
      func share(_ place: SweepFigures.Place, _ value: Double) -> Double? {
        place.figures.boxes == 0 ? nil : value * 100
      }
      return Chart(
        title: sweep.name, across: sweep.unit, up: "%",
        lines: [
          line("right", 0) { share($0, $0.figures.forcedChoiceRight) },
          line("doubtful", 2) { share($0, $0.figures.doubtful) },
          line("refused", 3) { Double($0.refused) / (all.first ?? 1) * 100 },
        ], x: (values.min() ?? 0)...(values.max() ?? 1), y: 0...100
      ).svg
    }.joined()
  }

  private var gallery: String {
    worst.map { level, box in
      let picture = (try? PatchPicture.png(box.picture)).map { Data($0).base64EncodedString() } ?? ""
      let isBad = box.isClear && !box.isRight
      return """
        <figure\(isBad ? " class=bad" : "")><img src="data:image/png;base64,\(picture)" alt="">\
        <br>\(level) \(box.seed) \(box.line.rawValue)<br>\(box.truth) (\(box.kind)) read \(box.mark) \
        \(percent(box.confidence))<br>\(box.doubts.map(\.rawValue).joined(separator: ", "))</figure>
        """
    }.joined()
  }
}
