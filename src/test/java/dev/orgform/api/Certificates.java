package dev.orgform.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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

  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.authority = folder.resolve("authority.p12");
    keytool(authority, "-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c");
    keytool(
        authority, "-exportcert", "-alias", "ca", "-rfc", "-file", "" + folder.resolve("ca.pem"));
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
    Path store = Files.createTempFile(folder, "server", ".p12");
    Files.delete(store);
    Path request = folder.resolve("request.csr");
    Path signed = folder.resolve("signed.pem");
    keytool(store, "-genkeypair", "-alias", "me", "-dname", "CN=server");
    keytool(store, "-certreq", "-alias", "me", "-file", "" + request);
    keytool(
        authority,
        "-gencert",
        "-alias",
        "ca",
        "-infile",
        "" + request,
        "-outfile",
        "" + signed,
        "-rfc",
        "-ext",
        "san=" + names,
        "-startdate",
        start,
        "-validity",
        "2");
    keytool(
        store, "-importcert", "-noprompt", "-alias", "ca", "-file", "" + folder.resolve("ca.pem"));
    keytool(store, "-importcert", "-alias", "me", "-file", "" + signed);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(store), PASSWORD.toCharArray());
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
