extension String {
  /// Whether every character stands on a keyboard: letters, digits, signs and the space of ASCII.
  ///
  /// Secrets are typed where no Chinese can be: before anybody has logged in, and without being shown. An input method
  /// would have to show its candidates, and so the secret.
  package var isTypable: Bool { unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } }
}
