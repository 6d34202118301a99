package dev.orgform.report.formats;

import dev.orgform.report.findings.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a report can be written as. */
public enum Format {
  /** What the terminal shows, without colours. */
  TEXT,
  /** The plan or drift document. */
  JSON,
  /** A comment below a pull request. */
  MARKDOWN,
  /** One page to open in a browser. */
  HTML,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** JUnit's XML. */
  JUNIT,
  /** A table for spreadsheets. */
  CSV,
  /** {@code artifacts:reports:codequality} of GitLab. */
  GITLAB_CODEQUALITY,
  /** {@code artifacts:reports:terraform} of GitLab. */
  GITLAB_TERRAFORM;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  public static Optional<Format> parse(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** Whether it is drawn from the document itself and not from findings. */
  public boolean isDocument() {
    return this == TEXT || this == JSON || this == HTML;
  }

  /** Whether it holds all that the document does, so that nothing in it can be hidden. */
  public boolean isWhole() {
    return this == TEXT || this == JSON;
  }

  /** Whether personal data is replaced unless somebody wants it: comments are read by many. */
  public boolean isRedacted() {
    return this == MARKDOWN;
  }

  /** Whether a file that begins so may be a report of this format; text has no beginning. */
  public boolean begins(String head) {
    return switch (this) {
      case TEXT -> false;
      case JSON, SARIF, GITLAB_TERRAFORM -> head.startsWith("{");
      case GITLAB_CODEQUALITY -> head.startsWith("[");
      case MARKDOWN -> head.startsWith("<!-- orgform:");
      case JUNIT -> head.startsWith("<?xml");
      case HTML -> head.startsWith("<!doctype html>\n<!-- orgform -->");
      case CSV -> head.startsWith("\"severity\"");
    };
  }

  /**
   * The whole report, ending with a line break.
   *
   * @param room what a comment may take
   * @param key what tells a comment from others
   */
  public String draw(Report report, Room room, String key) {
    return switch (this) {
      case MARKDOWN -> Comment.of(report, room, key);
      case SARIF -> Sarif.of(report);
      case JUNIT -> Junit.of(report);
      case CSV -> Csv.of(report);
      case GITLAB_CODEQUALITY -> Gitlab.quality(report);
      case GITLAB_TERRAFORM -> Gitlab.terraform(report);
      case TEXT, JSON, HTML -> throw new IllegalArgumentException(this + " is a document");
    };
  }
}
