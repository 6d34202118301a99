package dev.orgform.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up within the connect limit; {@code localhost} is this machine whatever DNS says. */
record Names(Duration limit) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (host.equals("localhost")) {
      return new InetAddress[] {
        InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}),
        InetAddress.getByAddress(host, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})
      };
    }
    var found = new CompletableFuture<InetAddress[]>();
    // The system's resolver cannot be interrupted, so a daemon waits for it and we wait for less.
    Thread.ofPlatform()
        .daemon()
        .name("dns-" + host)
        .start(
            () -> {
              try {
                found.complete(InetAddress.getAllByName(host));
              } catch (UnknownHostException e) {
                found.completeExceptionally(e);
              }
            });
    try {
      return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (TimeoutException e) {
      throw new UnknownHostException(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
