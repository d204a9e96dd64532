import FoundationEssentials

/// One line of the journal: an event with its place, its time, its election and who was at the box.
package struct Record: Sendable, Equatable {
  /// From 1; the line is leaf `sequence - 1` of the log's tree.
  package let sequence: Int
  package let at: Instant
  /// The officer logged in; nil for the box itself.
  package let by: String?
  package let election: ElectionID?
  package let event: Event

  package init(sequence: Int, at: Instant, by: String?, election: ElectionID?, event: Event) {
    self.sequence = sequence
    self.at = at
    self.by = by
    self.election = election
    self.event = event
  }

  /// The version of this line format.
  package static let version = 1

  /// The line as written: canonical JSON (RFC 8785) without a newline.
  package var line: String {
    var members: [String: JSON] = [
      "v": .integer(Record.version), "seq": .integer(sequence), "at": .string(at.description),
      "type": .string(event.type), "data": JSON(encoding: event.payload),
    ]
    if let by { members["by"] = .string(by) }
    if let election { members["election"] = .string(election.rawValue) }
    return JSON.object(members).canonical
  }

  /// Why a line cannot be understood.
  package enum ReadingError: Error, Equatable, Sendable {
    case notCanonical
    case unknownVersion(Int)
    case unknownEvent(String)
    case malformed(String)
  }

  /// Reads a line; anything but exactly what `line` writes is refused.
  package init(line: String) throws(ReadingError) {
    guard let json = try? JSON(canonical: Array(line.utf8)) else { throw .notCanonical }
    guard let version = json["v"]?.integer, version == Record.version else {
      throw .unknownVersion(json["v"]?.integer ?? 0)
    }
    guard let type = json["type"]?.string, let kind = Event.Kind(rawValue: type) else {
      throw .unknownEvent(json["type"]?.string ?? "")
    }
    guard let sequence = json["seq"]?.integer, let at = json["at"]?.string.flatMap(Instant.init),
      let data = json["data"]
    else { throw .malformed("envelope") }
    do {
      self.init(
        sequence: sequence, at: at, by: json["by"]?.string,
        election: json["election"]?.string.map(ElectionID.init),
        event: try Event(kind, from: FactReader(data)))
    } catch {
      throw .malformed(type)
    }
  }
}

/// Decodes the facts of an event as whatever type is asked for.
struct FactReader {
  private let data: Data
  init(_ json: JSON) { data = Data(json.canonicalBytes) }

  func callAsFunction<Facts: Decodable>() throws -> Facts { try JSONDecoder().decode(Facts.self, from: data) }
}

extension JSON {
  /// Any value of ours as JSON.
  ///
  /// Our records hold only text, integers and flags, which cannot fail to encode.
  package init(encoding value: any Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(value), let text = String(data: data, encoding: .utf8),
      let json = try? JSON(parsing: text)
    else { preconditionFailure("a record holds something that is not text, integer or flag") }
    self = json
  }

  /// Decodes a value of ours from JSON.
  package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(canonicalBytes))
  }
}
