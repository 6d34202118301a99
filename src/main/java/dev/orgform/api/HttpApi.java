package dev.orgform.api;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * The API over HTTP/1.1: each call is sent at most once, within a deadline over all of it, to one
 * host, with one credential scheme; no retry, no redirect, no cookie. Safe for many threads.
 *
 * <p>No answer holds the credential: it is masked at the door, so that nothing above can show or
 * store it, and what came in masked never goes out again.
 */
public final class HttpApi implements Api, AutoCloseable {
  private final BaseUrl base;
  private final List<Headers.Header> standing;
  private final Limits limits;
  private final HttpHost target;
  private final Trouble trouble;
  private final Secrets secrets;
  private final CloseableHttpClient client;
  private final Deadlines deadlines;
  private volatile boolean masked;

  HttpApi(
      BaseUrl base,
      Credentials credentials,
      Proxy proxy,
      String version,
      int parallelism,
      Limits limits,
      Supplier<SSLContext> trust) {
    this.base = base;
    this.standing = Connections.standing(credentials, version);
    this.limits = limits;
    this.target = new HttpHost(base.scheme(), base.host().replaceAll("[\\[\\]]", ""), base.port());
    this.trouble = new Trouble(target.toHostString(), limits);
    this.secrets = Secrets.of(credentials);
    this.client = Connections.open(proxy, parallelism, limits, trust);
    this.deadlines = new Deadlines(limits.total());
  }

  /**
   * Opens the way to the API; nothing is connected before the first call.
   *
   * @param version of orgform, for the {@code User-Agent}
   * @param parallelism how many connections there may be at once
   */
  public static HttpApi open(
      BaseUrl base, Credentials credentials, Proxy proxy, String version, int parallelism) {
    return new HttpApi(
        base,
        credentials,
        proxy,
        version,
        parallelism,
        Limits.STANDARD,
        SSLContexts::createSystemDefault);
  }

  @Override
  public Reply send(Call call) {
    if (masked && call.body().filter(json -> Secrets.holdsMask(json.toString())).isPresent()) {
      return new Reply.NotSent(
          "something that was read from the API holds the very credential, shown as [secret], and"
              + " would be overwritten by that; remove it there first",
          true);
    }
    var request = new HttpUriRequestBase(call.method().name(), URI.create(base + call.target()));
    standing.forEach(h -> request.setHeader(h.name(), h.value()));
    call.body()
        .map(json -> json.toString().getBytes(StandardCharsets.UTF_8))
        .map(bytes -> new ByteArrayEntity(bytes, ContentType.create("application/json")))
        .ifPresent(request::setEntity);
    var progress = new Progress();
    try {
      return deadlines.within(request, progress, () -> exchange(request, progress));
    } catch (IOException | RuntimeException e) {
      // Whatever a hostile answer makes the library throw, a byte that left stays possible.
      request.cancel();
      return progress.mayHaveSent()
          ? new Reply.Lost(trouble.afterSending(e, progress.expired()))
          : new Reply.NotSent(trouble.beforeSending(e, progress.expired()));
    }
  }

  /** Whether the credential was masked in any answer so far. */
  public boolean hasMasked() {
    return masked;
  }

  private Reply exchange(HttpUriRequestBase request, Progress progress) throws IOException {
    var context = HttpClientContext.create();
    context.setAttribute(Sender.PROGRESS, progress);
    try (ClassicHttpResponse response = client.executeOpen(target, request, context)) {
      if (!progress.mayHaveSent()) {
        // Only a proxy that refused the tunnel answers a request that was never sent.
        request.cancel();
        return new Reply.NotSent(
            "the proxy answered " + response.getCode() + " and opened no tunnel");
      }
      Body body = readOrAbort(request, response);
      var headers = new ArrayList<Headers.Header>();
      for (Header header : response.getHeaders()) {
        headers.add(new Headers.Header(header.getName(), secrets.redact(header.getValue() + "")));
      }
      var shown = secrets.redact(body);
      if (!shown.equals(body)) {
        masked = true;
      }
      return new Reply.Answer(response.getCode(), new Headers(headers), shown);
    }
  }

  private Body readOrAbort(HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    try {
      return WholeBody.read(response, limits.bodyBytes());
    } catch (IOException | RuntimeException e) {
      // Closing alone would politely read the rest, which may never end.
      request.cancel();
      throw e;
    }
  }

  /** Breaks connections still open; calls under way come back as lost or not sent. */
  @Override
  public void close() {
    deadlines.close();
    client.close(CloseMode.IMMEDIATE);
  }
}
