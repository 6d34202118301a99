package dev.orgform.report.findings;

import dev.orgform.documents.FieldChange;
import dev.orgform.documents.Origin;
import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.model.Deed;
import dev.orgform.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that somebody should know, and all that a report may say of it.
 *
 * @param rule why it is a finding
 * @param address what it is about, where it is about one thing
 * @param type Terraform's name for that thing's kind; empty where it is about none
 * @param name what Cloudflare shows; empty where it has no name
 * @param place where it is declared, else where the nearest declared thing above it is
 * @param message the whole of it in one sentence; may quote anybody
 * @param advice why, and what to do next; may be empty
 * @param history who did it, when, and whether it is new, a sentence each; may quote anybody
 * @param fields what changes, would change or changed
 * @param oneWay whether only Cloudflare Support could take it back
 * @param reach whom it makes super administrator of something, or ceases to
 * @param cause on which side a difference came about; elsewhere for what is none
 * @param path the things above it, from the root down to itself
 */
public record Finding(
    Rule rule,
    Optional<Address> address,
    String type,
    String name,
    Optional<Source> place,
    String message,
    String advice,
    List<String> history,
    List<FieldChange> fields,
    boolean oneWay,
    Deed.Reach reach,
    Origin.Cause cause,
    List<Address> path) {

  /** Errors first, then by risk, address, rule and words. */
  public static final Comparator<Finding> BY_RISK =
      Comparator.comparing(Finding::severity)
          .thenComparing(Comparator.comparingInt(Finding::risk).reversed())
          .thenComparing(one -> one.address().map(Address::toString).orElse(""))
          .thenComparing(one -> one.rule().id())
          .thenComparing(Finding::message);

  public Finding {
    history = List.copyOf(history);
    fields = List.copyOf(fields);
    path = List.copyOf(path);
  }

  public Severity severity() {
    return rule.severity();
  }

  public int risk() {
    return rule.risk();
  }

  /** Whether it changes who is super administrator of something. */
  public boolean blast() {
    return reach != Deed.Reach.NOBODY;
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /** What it is, what to do about it, and how it came, as plain text. */
  public String told() {
    return Stream.concat(
            Stream.concat(Stream.of(message), history.stream()).map(Finding::ended),
            Stream.of(advice).filter(text -> !text.isEmpty()))
        .collect(Collectors.joining(" "));
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  /** Whether it says that something will not be there any more. */
  public boolean deletes() {
    return rule.equals(Rule.DELETE);
  }

  /** Whether what it is about was nothing before. */
  public boolean creates() {
    return !fields.isEmpty() && fields.stream().noneMatch(field -> field.before().managed());
  }

  /** Whether it is a warning of orgform's own, such as one that something may be made twice. */
  public boolean warns() {
    return severity() == Severity.WARNING && !Rule.OURS.contains(rule);
  }

  Finding at(Optional<Source> other) {
    return new Finding(
        rule, address, type, name, other, message, advice, history, fields, oneWay, reach, cause,
        path);
  }
}
