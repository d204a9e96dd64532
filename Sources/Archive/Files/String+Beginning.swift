extension String {
  /// Whether the text stays apart from an ASCII character before it, which it does not if it begins with a mark.
  var beginsAnew: Bool { ("/" + self).hasPrefix("/") && (" " + self).hasPrefix(" ") }
}
