package dev.orgform.doctor;

import dev.orgform.api.Call;
import java.util.Optional;

/** What is tried to find out what a credential may; nothing but reads. */
public enum Probe {
  USER("read who it is", "user"),
  TOKEN("have a token verified", "user/tokens/verify"),
  LIST("list organizations", "organizations"),
  ORGANIZATION("read one organization", "organizations/*"),
  PROFILE("read profiles", "organizations/*/profile"),
  MEMBERS("read members", "organizations/*/members"),
  ACCOUNTS("read the accounts of an organization", "organizations/*/accounts"),
  AUDIT("read the audit log", "organizations/*/logs/audit");

  private final String words;
  private final String path;

  Probe(String words, String path) {
    this.words = words;
    this.path = path;
  }

  /** What it is to do: {@code read profiles}. */
  public String words() {
    return words;
  }

  /** Whether it needs an organization to be tried on. */
  public boolean isOfOrganization() {
    return path.contains("*");
  }

  /**
   * The request.
   *
   * @param organization the id of one; only for what is of one
   * @param now what time it is, for what is read by time; RFC 3339
   */
  Call call(Optional<String> organization, String now) {
    var segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (segments[i].equals("*")) {
        segments[i] = Call.id(organization.orElseThrow());
      }
    }
    var call = Call.get(segments);
    return switch (this) {
      case LIST -> call.query("page_size", "1000");
      case MEMBERS, ACCOUNTS -> call.query("page_size", "1");
      case AUDIT -> call.query("since", now).query("before", now).query("limit", "1");
      case USER, TOKEN, ORGANIZATION, PROFILE -> call;
    };
  }
}
