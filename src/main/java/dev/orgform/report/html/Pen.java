package dev.orgform.report.html;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.IOException;
import java.util.function.Function;

/**
 * The only way onto the page. A template's values come through {@link Encoder}, whatever the
 * template says; words without a template are constants of the program or files of ours.
 */
final class Pen {
  private final Appendable out;

  Pen(Appendable out) {
    this.out = out;
  }

  /** What the compiler makes of a template. */
  interface Template<T> {
    /**
     * Writes one model.
     *
     * @param formatter what each value is handed to
     * @param escaper what values are handed to after that, unless the template says otherwise
     */
    void render(
        T model,
        Appendable out,
        Function<Object, String> formatter,
        Function<String, String> escaper)
        throws IOException;
  }

  <T> void put(Template<T> template, T model) throws IOException {
    template.render(model, out, Encoder::encoded, encoded -> encoded);
  }

  void say(@CompileTimeConstant String words) throws IOException {
    out.append(words);
  }

  void put(Asset asset) throws IOException {
    out.append(asset.text());
  }
}
