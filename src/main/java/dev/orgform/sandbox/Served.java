package dev.orgform.sandbox;

/**
 * One request: its method, its path and query as sent, and the HTTP status it was answered with; 0
 * for one that got no whole answer.
 */
public record Served(String method, String target, int status) {
  @Override
  public String toString() {
    return method + " " + target + " " + status;
  }
}
