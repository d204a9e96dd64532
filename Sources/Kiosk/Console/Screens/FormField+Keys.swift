import Terminal

extension FormField {
  /// Takes a key; false when it has no meaning in this field.
  mutating func take(_ key: Key, files: [String]) -> Bool {
    switch kind {
    case .number, .card, .text, .secret: return input.take(key)
    case .file:
      if let step = FormField.step(key) { return move(step, among: files) }
      return input.take(key)
    case .choice(let choices):
      let step = key == .character(" ") ? 1 : FormField.step(key)
      return step.map { move($0, among: choices.map(\.value)) } ?? false
    case .people(let names, _):
      guard case .character(let digit) = key, let place = digit.wholeNumberValue,
        (1...names.count).contains(place)
      else { return false }
      let chosen = names.filter { people.contains($0) != ($0 == names[place - 1]) }
      input.replace(chosen.joined(separator: "\n"))
      return true
    }
  }

  private static func step(_ key: Key) -> Int? { key == .right ? 1 : key == .left ? -1 : nil }

  private mutating func move(_ step: Int, among values: [String]) -> Bool {
    guard !values.isEmpty else { return false }
    let at = values.firstIndex(of: input.text).map { $0 + step } ?? 0
    input.replace(values[(at + values.count) % values.count])
    return true
  }
}
