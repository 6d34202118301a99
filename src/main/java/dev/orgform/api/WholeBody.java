package dev.orgform.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;

/** Reads an answer's body to its proven end, or fails. */
final class WholeBody {
  private WholeBody() {}

  /** The body cannot be used although the connection gave no error. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * Reads everything, decompressed.
   *
   * @throws IOException cut short, larger than the cap, or compressed in a way nobody asked for
   */
  static Body read(ClassicHttpResponse response, int cap) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Body.EMPTY;
    }
    if (entity.getContentLength() > cap) {
      throw tooLarge(cap);
    }
    InputStream raw = entity.getContent();
    byte[] bytes = decoded(entity, raw).readNBytes(cap + 1);
    if (bytes.length > cap) {
      throw tooLarge(cap);
    }
    if (raw.read() >= 0) {
      throw new Refused("its answer goes on after the compressed body");
    }
    boolean isSuccess = response.getCode() / 100 == 2;
    if (isSuccess && bytes.length == 0 && entity.getContentLength() < 0) {
      // An empty success can be proof, and without a length it may have been cut just as well.
      throw new ConnectionClosedException("closed before the body");
    }
    return Body.of(bytes);
  }

  private static InputStream decoded(HttpEntity entity, InputStream raw) throws IOException {
    String coding = entity.getContentEncoding();
    return switch (coding == null ? "" : coding.toLowerCase(Locale.ROOT)) {
      case "", "identity" -> raw;
      case "gzip", "x-gzip" -> new GZIPInputStream(raw);
      default -> throw new Refused("its answer is compressed in a way that was not asked for");
    };
  }

  private static Refused tooLarge(int cap) {
    return new Refused("its answer is larger than " + cap + " bytes");
  }
}
