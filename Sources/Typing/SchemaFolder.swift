import Glibc

/// The folder that librime takes for the user's own: it holds our schema and never anything that was typed.
///
/// The schema is simplified pinyin without a user dictionary. librime's usual schemas learn into a database what was
/// picked: names written on ballots, in the order of counting. Nothing of that may be on a disk.
struct SchemaFolder {
  static let schema = "kiosk"

  let path: String

  /// A fresh folder in memory where there is such a place; nil when none can be made.
  init?() {
    let places = ["/dev/shm", "/tmp"]
    guard let made = places.lazy.compactMap(SchemaFolder.make).first else { return nil }
    path = made
    guard SchemaFolder.write(SchemaFolder.text, to: "\(made)/build/\(SchemaFolder.schema).schema.yaml") else {
      return nil
    }
  }

  /// Takes the folder away; librime has read it by then.
  func remove() {
    _ = unsafe unlink("\(path)/build/\(SchemaFolder.schema).schema.yaml")
    _ = unsafe rmdir("\(path)/build")
    _ = unsafe rmdir(path)
  }

  private static func make(in place: String) -> String? {
    var template = Array("\(place)/kiosk-rime-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe mkdtemp(start) != nil
    }
    guard isMade else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return unsafe mkdir("\(path)/build", 0o700) == 0 ? path : nil
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "w") else { return false }
    let written = unsafe fputs(text, file) >= 0
    return unsafe fclose(file) == 0 && written
  }

  /// A schema as librime's own build step would leave it; Debian ships the compiled dictionary.
  private static let text = """
    schema: {schema_id: \(schema), name: \(schema), version: "1"}
    engine:
      processors: [speller, selector, navigator, express_editor]
      segmentors: [abc_segmentor, fallback_segmentor]
      translators: [script_translator]
      filters: [uniquifier]
    menu: {page_size: 9}
    speller: {alphabet: "abcdefghijklmnopqrstuvwxyz", delimiter: " '"}
    translator: {dictionary: pinyin_simp, prism: pinyin_simp, enable_user_dict: false}

    """
}
