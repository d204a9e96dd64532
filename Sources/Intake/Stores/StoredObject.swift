import Archive

/// A stored bundle by its key, `c/<community>/<election>/<bundle id>.tar`.
struct StoredObject: Hashable, Sendable {
  let community: String
  let election: String
  let bundle: Digest

  /// The object with a key; nil for a key of another form.
  init?(key: some StringProtocol) {
    let parts = String(key).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "c", parts[3].hasSuffix(".tar"),
      let bundle = Digest(hex: parts[3].dropLast(4)),
      BundleName(community: parts[1], election: parts[2], revision: 1) != nil
    else { return nil }
    (community, election, self.bundle) = (parts[1], parts[2], bundle)
  }

  init(community: String, election: String, bundle: Digest) {
    (self.community, self.election, self.bundle) = (community, election, bundle)
  }

  /// Where it lies in a store, and in the district's own copy without `c/`.
  var key: String { "c/\(path)" }
  var path: String { "\(community)/\(election)/\(bundle.hex).tar" }
}
