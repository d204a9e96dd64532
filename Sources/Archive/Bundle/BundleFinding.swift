/// Something wrong with a bundle.
package enum BundleFinding: Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(FileFault)
  /// The file is not the tar of a bundle, or is damaged.
  case tar(TarFault)
  /// The one folder has no name of a bundle, or there are several.
  case folder(String)
  /// A file that every bundle has is missing.
  case missing(String)
  /// A file that no bundle has.
  case unexpected(String)
  /// A file has not the form it must have.
  case malformed(String)
  /// A file's digest differs from the one in a manifest.
  case digestDiffers(path: String, Digest.Algorithm)
  /// A file is in the bundle and not in a manifest.
  case unlisted(path: String, manifest: String)
  /// A file is in a manifest and not in the bundle.
  case listedButMissing(path: String, manifest: String)
  /// The bytes and files of the payload are not those in `bag-info.txt`.
  case oxumDiffers(stated: String, found: String)
  /// A field of `bag-info.txt` is missing or says something else than the bundle.
  case infoDiffers(label: String)
  /// A signature file does not verify.
  case signatureWrong(String)
  /// The spellings of the key in `keys/` are not the same key.
  case keysDiffer(String)
  /// The key is none of the trusted ones.
  case keyNotTrusted
  /// The signature by the log's key under the checkpoint is missing or wrong.
  case checkpointSignatureWrong
  /// A signature under the checkpoint is wrong or by a key that is not known.
  case cosignatureUnproven(name: String)
  /// The log has anomalies that need the street's authorisation, and no witness cosigned its head.
  case cosignatureMissing
  /// The log's lines are not those that the checkpoint covers.
  case logDiffers(signedSize: Int, foundSize: Int)
  /// The table is not described in the schema, or described and not there.
  case tableUndescribed(String)
  /// A row of a table does not fit its columns. `row` counts from 1.
  case row(table: String, row: Int, RowFault)

  package var description: String {
    switch self {
    case .unreadable(let fault): fault.description
    case .tar(let fault): "The file is not an intact bundle: \(fault)."
    case .folder(let folder): "“\(folder)” is not the folder of a bundle."
    case .missing(let path): "\(path) is missing."
    case .unexpected(let path): "\(path) does not belong in a bundle."
    case .malformed(let path): "\(path) is malformed."
    case .digestDiffers(let path, let algorithm): "\(path) was changed: its \(algorithm.rawValue) differs."
    case .unlisted(let path, let manifest): "\(path) is not listed in \(manifest)."
    case .listedButMissing(let path, let manifest): "\(path) is listed in \(manifest) but missing."
    case .oxumDiffers(let stated, let found): "The payload is \(found), not \(stated) as stated."
    case .infoDiffers(let label): "\(label) in bag-info.txt is missing or does not fit."
    case .signatureWrong(let path): "The signature \(path) is wrong."
    case .keysDiffer(let path): "\(path) is not the same key as \(BundleLayout.keyNote)."
    case .keyNotTrusted: "The bundle is signed by a key that is not trusted."
    case .checkpointSignatureWrong: "The log's signature under the checkpoint is missing or wrong."
    case .cosignatureUnproven(let name): "The signature by \(name) under the checkpoint is not proven."
    case .cosignatureMissing:
      "The log has anomalies that need the street's authorisation, but no witness cosigned its head."
    case .logDiffers(let signed, let found):
      "The log (\(found) lines) is not the one that the checkpoint covers (\(signed) lines)."
    case .tableUndescribed(let name): "The table \(name) and its description do not go together."
    case .row(let table, let row, let fault): "Row \(row) of table \(table) does not fit: \(fault)."
    }
  }
}
