/// How the characters of a text file are written.
package enum TextEncoding: String, Sendable, CustomStringConvertible {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"

  package var description: String { rawValue }
}
