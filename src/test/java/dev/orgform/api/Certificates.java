package dev.orgform.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of the test's own and servers with certificates it signed, made by the JDK's
 * keytool.
 */
final class Certificates {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path authority;
  private final Path server;
  private final Path request;

  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.authority = folder.resolve("authority.p12");
    this.server = folder.resolve("server.p12");
    this.request = folder.resolve("request.csr");
    keytool(authority, "-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c");
    keytool(server, "-genkeypair", "-alias", "me", "-dname", "CN=server");
    keytool(server, "-certreq", "-alias", "me", "-file", "" + request);
  }

  /** What a machine trusts that trusts this authority alone. */
  SSLContext trust() {
    try {
      var anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("ca", load(authority).getCertificate("ca"));
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      var context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A listening server with a certificate for these names.
   *
   * @param names as keytool's SAN: {@code ip:127.0.0.1}
   * @param start from when it is valid, for a day: {@code -1d}
   */
  SSLServerSocket server(String names, String start, String... protocols)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path signed = folder.resolve("signed.pem");
    var files = List.of("-infile", "" + request, "-outfile", "" + signed);
    var validity = List.of("-startdate", start, "-validity", "2", "-ext", "san=" + names);
    var command = new ArrayList<>(List.of("-gencert", "-alias", "ca", "-rfc"));
    command.addAll(files);
    command.addAll(validity);
    keytool(authority, command.toArray(String[]::new));
    KeyStore store = load(server);
    char[] password = PASSWORD.toCharArray();
    try (InputStream in = Files.newInputStream(signed)) {
      var chain =
          new Certificate[] {CertificateFactory.getInstance("X.509").generateCertificate(in)};
      store.setKeyEntry("me", store.getKey("me", password), password, chain);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    if (protocols.length > 0) {
      socket.setEnabledProtocols(protocols);
    }
    return socket;
  }

  private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", "" + store, "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
