package dev.orgform.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Refuses an answer whose headers end with the connection; the library's own parser would take the
 * cut for the empty line that ends them.
 */
final class WholeHeaders implements HttpMessageParserFactory<ClassicHttpResponse> {
  private final HttpMessageParserFactory<ClassicHttpResponse> strict;

  WholeHeaders(Http1Config config) {
    this.strict = new DefaultHttpResponseParserFactory(config);
  }

  @Override
  public HttpMessageParser<ClassicHttpResponse> create() {
    HttpMessageParser<ClassicHttpResponse> parser = strict.create();
    return new HttpMessageParser<>() {
      @Override
      public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
          throws IOException, HttpException {
        return parser.parse(buffer, new Endless(in));
      }
    };
  }

  // The interface's only abstract method is the one it advises against.
  @Override
  @Deprecated
  public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
    return create();
  }

  /** A stream whose end is an error. */
  private static final class Endless extends FilterInputStream {
    Endless(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count < 0) {
        throw new ConnectionClosedException("closed before the end of the headers");
      }
      return count;
    }
  }
}
