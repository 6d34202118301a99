package dev.orgform.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which reports are written beside what is shown. */
final class ReportOptions {
  @Option(
      names = {"--report", "-report"},
      paramLabel = "FORMAT=FILE",
      description =
          "Write a report as well; repeatable, - is standard output. Formats: text, json,"
              + " html, markdown, sarif, junit, csv, gitlab-codequality, gitlab-terraform.")
  List<String> reports = new ArrayList<>();

  @Option(
      names = {"--comment-limit", "-comment-limit"},
      paramLabel = "CHARACTERS",
      defaultValue = "65536",
      description =
          "The most characters of a Markdown report (default: 65536, GitHub's; Bitbucket Server"
              + " takes 32768, Azure DevOps 150000).")
  int commentLimit;

  @Option(
      names = {"--redact", "-redact"},
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      description =
          "Replace e-mail addresses, telephone numbers and postal addresses in reports by short"
              + " hashes; not for text and json, which are whole (default: in Markdown,"
              + " annotations and step summaries only).")
  Optional<Boolean> redact = Optional.empty();
}
