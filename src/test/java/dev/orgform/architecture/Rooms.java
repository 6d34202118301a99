package dev.orgform.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The packages there are, what of ours each may import, and which of them holds which library. */
final class Rooms {
  private static final String JACKSON = "com.fasterxml.jackson";

  /** One package and those of ours it may import besides itself. */
  record Room(String name, Set<String> mayImport) {
    Room(String name, String... mayImport) {
      this(name, Set.of(mayImport));
    }
  }

  /** One library, by the start of its package names, and the packages it may be used in. */
  record Guest(String library, Set<String> rooms) {
    Guest(String library, String... rooms) {
      this(library, Set.of(rooms));
    }
  }

  /** Every package but {@code cli} and the root, which may import all. */
  static final List<Room> NARROW =
      List.of(
          new Room("model"),
          new Room("scribe", "model"),
          new Room("config", "scribe", "model"),
          new Room("api"),
          new Room("live", "api", "model"),
          new Room("plan", "model"),
          new Room("guard", "plan", "model"),
          new Room("seal", "model"),
          new Room("documents", "plan", "model"),
          new Room("apply", "plan", "live", "api", "store", "model"),
          new Room("store", "model"),
          new Room(
              "kinds",
              "kinds.organization",
              "kinds.profile",
              "kinds.member",
              "kinds.placement",
              "model",
              "api",
              "live",
              "apply"),
          new Room("kinds.organization", "model", "api", "live", "apply"),
          new Room("kinds.profile", "model", "api", "live", "apply"),
          new Room("kinds.member", "model", "api", "live", "apply"),
          new Room("kinds.placement", "model", "api", "live", "apply"),
          new Room("audit", "plan", "api", "model"),
          new Room("report.findings", "plan", "documents", "model"),
          new Room("report.formats", "report", "report.findings", "plan", "documents", "model"),
          new Room("report.ci", "report", "report.findings", "plan", "documents", "model"),
          new Room("usage", "api", "model"),
          new Room("report", "plan", "apply", "audit", "usage", "documents", "model"),
          new Room("doctor", "api"),
          new Room("report.html", "report", "report.findings", "plan", "documents", "model"),
          new Room("sandbox"),
          new Room(
              "chaos",
              "",
              "api",
              "live",
              "apply",
              "kinds",
              "kinds.organization",
              "kinds.profile",
              "kinds.member",
              "kinds.placement",
              "store",
              "plan",
              "model",
              "sandbox"));

  static final List<Guest> GUESTS =
      List.of(
          new Guest("org.yaml.snakeyaml", "config"),
          new Guest("com.networknt.schema", "config"),
          new Guest("org.eclipse.jgit", "config"),
          new Guest("org.apache.hc", "api"),
          new Guest("picocli", "cli"),
          new Guest("javax.crypto", "seal"),
          new Guest("com.github.difflib", "report", "report.html"),
          new Guest("io.jstach.jstache", "report.html"),
          new Guest("me.tongfei.progressbar", "report"),
          new Guest("org.jline", "cli"),
          new Guest("dev.cel", "guard"),
          new Guest("com.google.common", "guard"),
          new Guest(
              JACKSON,
              "config",
              "api",
              "live",
              "apply",
              "kinds.organization",
              "kinds.profile",
              "kinds.member",
              "kinds.placement",
              "documents",
              "report.formats",
              "audit",
              "usage",
              "doctor",
              "sandbox",
              "store",
              "chaos"));

  /** Rooms in the table that nobody has moved into yet. */
  static final Set<String> EMPTY = Set.of();

  /** What any package may use. */
  static final List<String> EVERYWHERE =
      List.of(
          "java", "javax.net.ssl", "org.jspecify.annotations", "com.google.errorprone.annotations");

  private Rooms() {}

  /** The full name of a package under a root; the root itself for an empty name. */
  static String under(String root, String name) {
    return name.isEmpty() ? root : root + "." + name;
  }

  static List<String> all() {
    List<String> names = new ArrayList<>(List.of("", "cli"));
    NARROW.forEach(room -> names.add(room.name()));
    return names;
  }
}
