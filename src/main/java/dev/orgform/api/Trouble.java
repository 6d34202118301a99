package dev.orgform.api;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in words what an exception of the network means; its own text stays with the library. */
record Trouble(String host, Limits limits) {

  /** Why no byte of the request left. */
  String beforeSending(Exception e, boolean expired) {
    if (has(e, UnknownHostException.class)) {
      return "the name " + host.replaceFirst(":[0-9]+$", "") + " does not resolve to an address";
    }
    if (has(e, SSLException.class)) {
      return "no secure connection to " + host + ": " + insecure(e);
    }
    if (has(e, ConnectionRequestTimeoutException.class) || expired) {
      return "no connection to " + host + " within " + limits.total().toSeconds() + " s";
    }
    if (has(e, ConnectTimeoutException.class) || has(e, SocketTimeoutException.class)) {
      return "no connection to " + host + " within " + limits.connect().toSeconds() + " s";
    }
    if (has(e, NoRouteToHostException.class)) {
      return "there is no network route to " + host;
    }
    if (has(e, ConnectException.class)) {
      return host + " refused the connection";
    }
    return "the connection to " + host + " could not be opened";
  }

  /** Why there is no complete answer although the request may have arrived. */
  String afterSending(Exception e, boolean expired) {
    if (expired || has(e, SocketTimeoutException.class)) {
      return "no complete answer from " + host + " within " + limits.total().toSeconds() + " s";
    }
    if (e instanceof WholeBody.Refused refused) {
      return host + " answered, but " + refused.getMessage();
    }
    if (has(e, MessageConstraintException.class)) {
      return host + " answered, but with more or longer headers than allowed";
    }
    if (has(e, NoHttpResponseException.class)) {
      return host + " closed the connection without an answer";
    }
    if (has(e, ConnectionClosedException.class) || has(e, EOFException.class)) {
      return host + " closed the connection before its answer was complete";
    }
    if (has(e, HttpException.class) || has(e, ZipException.class)) {
      return host + " sent something that is not a well-formed HTTP answer";
    }
    if (has(e, SocketException.class) || has(e, SSLException.class)) {
      return "the connection to " + host + " broke before its answer was complete";
    }
    return "the answer of " + host + " could not be read";
  }

  private static String insecure(Exception e) {
    if (has(e, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(e, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet (is this machine's clock right?)";
    }
    if (has(e, CertPathBuilderException.class)) {
      return "its certificate is not signed by an authority that this machine trusts";
    }
    if (has(e, SSLPeerUnverifiedException.class) || named(e, "No subject alternative")) {
      return "its certificate is for another name";
    }
    return "the TLS handshake failed";
  }

  private static boolean named(Throwable e, String words) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t.getMessage() != null && t.getMessage().contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
