import Archive
import Foundation

/// Where a store is, as people write it: a directory, or `https://server:port/bucket`.
enum StorePlace {
  /// Opens the store.
  ///
  /// The keys of a bucket come from the environment, so that they stand in no list of processes.
  static func open(
    _ text: String, authority: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> any EvidenceStore {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      return try FolderStore(URL(filePath: text))
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 3, let access = environment["INTAKE_S3_ACCESS_KEY"],
      let secret = environment["INTAKE_S3_SECRET_KEY"],
      let place = S3Place(
        endpoint: "\(parts[0])//\(parts[1])", bucket: parts[2],
        region: environment["INTAKE_S3_REGION"] ?? "us-east-1",
        credentials: S3Credentials(accessKey: access, secretKey: secret),
        transport: TransportSettings(authority: authority))
    else { throw IntakeFailure.store(text) }
    return BucketStore(place)
  }
}
