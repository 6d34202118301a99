package dev.orgform.report;

import dev.orgform.documents.StreamLine;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Removal;
import dev.orgform.model.Resource;
import dev.orgform.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A configuration as lines of JSON, each without its line break; {@code -json} prints them. */
public final class ConfigurationStream {
  private ConfigurationStream() {}

  /**
   * The end of a validation in which nothing is wrong.
   *
   * @param said all diagnostics, which were printed before
   * @param objects how many are declared, in so many {@code files}
   */
  public static String valid(List<Diagnostic> said, int files, int objects, Instant when) {
    var message =
        new Line()
            .say("The configuration is valid: ")
            .number(objects)
            .say(objects == 1 ? " resource in " : " resources in ")
            .number(files)
            .say(files == 1 ? " file." : " files.");
    return new StreamLine.Validated(
            true, 0, count(said, Severity.WARNING), files, objects, message.in(Ink.PLAIN))
        .at(when);
  }

  /** The end of one in which something is. */
  public static String invalid(List<Diagnostic> said, Instant when) {
    long errors = count(said, Severity.ERROR);
    var message =
        new Line()
            .say("The configuration is not valid: ")
            .number(errors)
            .say(errors == 1 ? " error." : " errors.");
    return new StreamLine.Validated(
            false, errors, count(said, Severity.WARNING), 0, 0, message.in(Ink.PLAIN))
        .at(when);
  }

  private static long count(List<Diagnostic> said, Severity severity) {
    return said.stream().filter(one -> one.severity() == severity).count();
  }

  /** Everything that is declared, and then what shall go. */
  public static List<String> declared(Desired desired, Instant when) {
    Stream<StreamLine> objects = desired.resources().all().stream().map(ConfigurationStream::line);
    Stream<StreamLine> removals = desired.removals().stream().map(ConfigurationStream::line);
    return Stream.concat(objects, removals).map(line -> line.at(when)).toList();
  }

  private static StreamLine line(Resource resource) {
    var message = new Line().data(resource.address().toString()).say(" is declared");
    return new StreamLine.Declared(resource, message.in(Ink.PLAIN));
  }

  private static StreamLine line(Removal removal) {
    var message = new Line().quoted(removal.name()).say(" shall be deleted");
    return new StreamLine.Removed(removal, message.in(Ink.PLAIN));
  }
}
