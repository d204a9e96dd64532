/// The text of `README.txt`: what is in a bundle and how to check it with the tools of any Linux.
struct BundleReadme {
  let contents: BundleContents
  let keyName: String
  let hasSM2: Bool

  var text: String {
    [heading, check, hasSM2 ? sm2 : nil, tables, ""].compactMap(\.self).joined(separator: "\n")
  }

  private var heading: String {
    """
    \(contents.name.folder)  (\(contents.kind.rawValue))

    这是一次选举（会议）的封存记录，格式为 BagIt 1.0 (RFC 8493)，装在一个 tar 文件里。
    This is the sealed record of an election or meeting: a BagIt 1.0 bag (RFC 8493) in a plain tar.
    data/ 是内容，data/tables/ 是数据表（每行一条 JSON），sig/ 是签名，keys/ 是公钥（\(keyName)）。
    data/ holds the content, data/tables/ the tables (one JSON object a line), sig/ the signatures, keys/ the keys.
    本包编号 = tagmanifest-sha256.txt 的 SHA-256，与结果公告上二维码所载一致。
    The bundle's id is the SHA-256 of tagmanifest-sha256.txt, as in the QR code on the bulletin of results.

    """
  }

  private var check: String {
    """
    怎样核对 / How to check (in this folder)
      sha256sum -c --strict tagmanifest-sha256.txt manifest-sha256.txt
      bagit.py --validate .
      openssl pkeyutl -verify -rawin -pubin -inkey keys/kiosk.pub.pem \\
        -in tagmanifest-sha256.txt -sigfile sig/tagmanifest.ed25519
      minisign -V -p keys/kiosk.signify.pub -x sig/tagmanifest.minisig -m tagmanifest-sha256.txt
      signify-openbsd -V -p keys/kiosk.signify.pub -x sig/tagmanifest.signify -m tagmanifest-sha256.txt
      while read -r sum file; do [ "$(openssl dgst -sm3 -r "$file" | cut -d' ' -f1)" = "$sum" ] || echo "$file"; done \\
        < manifest-sm3.txt
    公钥应与公告或上级备案的一致；只用包内的公钥核对，只能说明内容前后一致。
    Compare the key with the one published; checked by the key inside alone, a bundle is only consistent in itself.
    sig/checkpoint 是设备日志的签名树头 (C2SP tlog-checkpoint)；data/tables/events.ndjson 的每一行是 RFC 6962 树的一片叶。
    sig/checkpoint is the signed head of the device log; each line of data/tables/events.ndjson is an RFC 6962 leaf.

    """
  }

  private var sm2: String {
    """
    国密签名 / The SM2 signature
      openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:1234567812345678 -pubin \\
        -inkey keys/kiosk.sm2.pub.pem -in tagmanifest-sha256.txt -sigfile sig/tagmanifest.sm2

    """
  }

  private var tables: String {
    (["数据表 / Tables"] + contents.tables.sorted { $0.name < $1.name }.map(describe)).joined(separator: "\n")
  }

  private func describe(_ table: BundleTable) -> String {
    let head = "  \(table.name).ndjson  \(table.title.zh) / \(table.title.en)"
    return
      ([head]
      + table.columns.map { column in
        "    \(column.name) (\(column.type.rawValue)): \(column.meaning.zh) / \(column.meaning.en)"
          + column.labels.sorted { $0.key < $1.key }.map {
            "\n      \($0.key): \($0.value.zh) / \($0.value.en)"
          }.joined()
      }).joined(separator: "\n")
  }
}
