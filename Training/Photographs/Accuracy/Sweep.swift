import Simulator

/// One property of paper, pen, light or camera, moved through its range while the others stay at level L1.
struct Sweep {
  let name: String
  let unit: String
  let values: [Double]
  let change: (Double) -> Change

  static var all: [Sweep] {
    [
      Sweep("blur", "pixels at 8 megapixels", [0.5, 1, 1.5, 2, 3]) { v in Change(camera: { $0.blur = v }) },
      Sweep("motion", "pixels", [0, 3, 6, 9, 12]) { v in Change(camera: { $0.motion = v }) },
      Sweep("noise", "levels of 255", [1, 4, 8, 12, 18]) { v in Change(camera: { $0.noise = v }) },
      Sweep("exposure", "1 is right", [0.35, 0.6, 1, 1.3, 1.6]) { v in Change(camera: { $0.exposure = v }) },
      Sweep("gradient of light", "darker on the far side", [0, 0.2, 0.4, 0.6, 0.8]) { v in
        Change(camera: { $0.gradient = v })
      },
      Sweep("haze", "black turned grey", [0, 0.1, 0.2, 0.35, 0.5]) { v in Change(camera: { $0.haze = v }) },
      Sweep("tilt", "degrees", [0, 10, 20, 30, 40]) { v in Change(camera: { $0.tilt = v }) },
      Sweep("bend", "millimetres", [0, 4, 8, 12, 18]) { v in Change(camera: { $0.curl = v }) },
      Sweep("lens", "distortion at half the diagonal", [-0.1, -0.05, 0, 0.05, 0.1]) { v in
        Change(camera: { $0.distortion = v })
      },
      Sweep("JPEG quality", "libjpeg", [95, 80, 60, 40, 25]) { v in Change(camera: { $0.quality = Int(v) }) },
      Sweep("size in the frame", "share of the frame", [0.95, 0.8, 0.65, 0.5, 0.4]) { v in
        Change(camera: { $0.fill = v })
      },
      Sweep("scale of print", "1 is as designed", [0.95, 0.97, 1, 1.03, 1.05]) { v in
        Change(print: { $0.scale = v })
      },
      Sweep("toner", "1 is as designed", [1, 0.8, 0.6, 0.45, 0.3]) { v in Change(print: { $0.toner = v }) },
      Sweep("width of the pen", "millimetres", [0.2, 0.4, 0.8, 1.4, 2.2]) { v in Change(pen: { $0.width = v })
      },
      Sweep("darkness of the ink", "1 is black", [1, 0.7, 0.5, 0.35, 0.25]) { v in
        Change(pen: { $0.darkness = v })
      },
    ]
  }

  private init(_ name: String, _ unit: String, _ values: [Double], change: @escaping (Double) -> Change) {
    (self.name, self.unit, self.values, self.change) = (name, unit, values, change)
  }
}

/// The figures of one sweep, a place a value.
struct SweepFigures: Encodable {
  struct Place: Encodable {
    let value: Double
    let refused: Int
    let figures: Figures
  }

  let name: String
  let unit: String
  let places: [Place]
}
