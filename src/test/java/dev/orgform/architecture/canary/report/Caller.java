package dev.orgform.architecture.canary.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;

final class Caller {
  HttpClient newer() {
    return HttpClient.newHttpClient();
  }

  InputStream older() throws IOException {
    return URI.create("https://elsewhere.invalid").toURL().openStream();
  }
}
