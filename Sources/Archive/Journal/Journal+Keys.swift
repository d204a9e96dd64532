package import Ballot

extension Journal {
  /// The keys that were rotated away, as far as the lines can be read; a change that both keys did not sign counts for nothing.
  package func retiredKeys() throws -> [RetiredKey] {
    var retired: [RetiredKey] = []
    try forEachLine { sequence, line in
      guard line.contains("\"key.rotated\""), let record = try? Record(line: line),
        case .keyRotated(let facts) = record.event, facts.isGenuine
      else { return }
      retired.append(RetiredKey(key: facts.previous, through: sequence - 1))
    }
    return retired
  }
}
