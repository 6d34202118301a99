package dev.orgform.cli;

import java.io.IOException;

/**
 * What goes into a file or onto a stream; written part by part, so that a long one is never held
 * whole.
 */
interface Body {
  void writeTo(Appendable out) throws IOException;

  static Body of(String text) {
    return out -> out.append(text);
  }
}
