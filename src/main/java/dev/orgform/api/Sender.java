package dev.orgform.api;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The last place before the socket: notes that bytes may leave, so that whatever fails earlier is
 * proof that none did.
 */
final class Sender extends HttpRequestExecutor {
  static final String PROGRESS = "orgform.progress";

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback informationCallback,
      HttpContext context)
      throws IOException, HttpException {
    // The tunnel's CONNECT carries nothing of the request and must not count as sending it.
    if (!request.getMethod().equals("CONNECT")) {
      // Bytes nobody asked for would be taken for the answer to this request.
      if (connection.isDataAvailable(Timeout.ofMilliseconds(1))) {
        throw new IOException("the connection held bytes of something else");
      }
      ((Progress) context.getAttribute(PROGRESS)).sending();
    }
    return super.execute(request, connection, informationCallback, context);
  }
}
