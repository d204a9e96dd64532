// ZXing speaks C++ only; this hands its results over in C. No exception leaves it.
#define ZX_USE_UTF8 1
#include "czxing.h"

#include <ZXing/ReadBarcode.h>

#include <string>
#include <vector>

namespace {
struct code {
  std::string symbology;
  std::string text;
  int32_t corners[8];
};
}  // namespace

struct czxing_codes {
  std::vector<code> found;
};

czxing_codes *czxing_read(
    const uint8_t *pixels, int32_t width, int32_t height, int32_t stride, int only_qr, int most) {
  if (!pixels || width <= 0 || height <= 0 || stride < width) return nullptr;
  try {
    ZXing::DecodeHints hints;
    if (only_qr) hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setMaxNumberOfSymbols(static_cast<uint8_t>(most < 1 ? 1 : most > 255 ? 255 : most));
    auto results = ZXing::ReadBarcodes(
        ZXing::ImageView(pixels, width, height, ZXing::ImageFormat::Lum, stride), hints);
    auto codes = new czxing_codes;
    for (const auto &result : results) {
      if (!result.isValid()) continue;
      const auto &p = result.position();
      codes->found.push_back(
          {ZXing::ToString(result.format()), result.text(),
           {p.topLeft().x, p.topLeft().y, p.topRight().x, p.topRight().y, p.bottomRight().x, p.bottomRight().y,
            p.bottomLeft().x, p.bottomLeft().y}});
    }
    if (codes->found.empty()) {
      delete codes;
      return nullptr;
    }
    return codes;
  } catch (...) {
    return nullptr;
  }
}

size_t czxing_count(const czxing_codes *codes) { return codes ? codes->found.size() : 0; }

const char *czxing_symbology(const czxing_codes *codes, size_t index) { return codes->found[index].symbology.c_str(); }

const char *czxing_text(const czxing_codes *codes, size_t index, size_t *length) {
  *length = codes->found[index].text.size();
  return codes->found[index].text.data();
}

int32_t czxing_x(const czxing_codes *codes, size_t index, size_t corner) {
  return codes->found[index].corners[2 * (corner & 3)];
}

int32_t czxing_y(const czxing_codes *codes, size_t index, size_t corner) {
  return codes->found[index].corners[2 * (corner & 3) + 1];
}

void czxing_free(czxing_codes *codes) { delete codes; }
