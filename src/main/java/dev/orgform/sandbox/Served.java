package dev.orgform.sandbox;

/** One request that was answered: its method, its path and query as sent, and the HTTP status. */
public record Served(String method, String target, int status) {
  @Override
  public String toString() {
    return method + " " + target + " " + status;
  }
}
