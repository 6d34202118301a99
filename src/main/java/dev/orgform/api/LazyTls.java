package dev.orgform.api;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3 with the machine's trusted authorities and the host's own name, always; built on
 * the first https connection because loading it costs a fifth of the program's start.
 */
final class LazyTls implements TlsSocketStrategy {
  private final Supplier<SSLContext> trust;
  private @Nullable TlsSocketStrategy strategy;

  LazyTls(Supplier<SSLContext> trust) {
    this.trust = trust;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    return strategy().upgrade(socket, host, port, attachment, context);
  }

  private synchronized TlsSocketStrategy strategy() {
    if (strategy == null) {
      strategy =
          new DefaultClientTlsStrategy(
              trust.get(),
              new String[] {"TLSv1.3", "TLSv1.2"},
              null,
              SSLBufferMode.STATIC,
              HostnameVerificationPolicy.BOTH,
              HttpsSupport.getDefaultHostnameVerifier());
    }
    return strategy;
  }
}
