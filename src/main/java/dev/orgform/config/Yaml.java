package dev.orgform.config;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes nodes from SnakeYAML's events, so that nothing but text, maps and lists can come out:
 * tags, anchors, aliases, merge keys, directives, second documents and great depth are refused on
 * the event, before anything is built from them.
 */
final class Yaml {
  static final int MAX_DEPTH = 32;

  private final Source source;
  private final Substitution substitution;
  private final Forbidden forbidden;
  private final Findings findings;
  private final Parser parser;
  private Event last;

  private Yaml(Source source, Substitution substitution, Findings findings) {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.source = source;
    this.substitution = substitution;
    this.findings = findings;
    this.forbidden = new Forbidden(findings);
    this.parser = new ParserImpl(new StreamReader(source.text()), options);
    this.last = parser.getEvent();
  }

  /** Stops reading a file; the reason has been reported. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  /** The only document of a file; nothing where the file is empty or cannot be read to its end. */
  static Optional<Node> read(Source source, Substitution substitution, Findings findings) {
    if (Forbidden.directive(source, findings)) {
      return Optional.empty();
    }
    try {
      return new Yaml(source, substitution, findings).document();
    } catch (Unreadable e) {
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      YamlWords.report(source, e, findings);
      return Optional.empty();
    }
  }

  private Event next() {
    try {
      last = parser.getEvent();
      return last;
    } catch (NumberFormatException e) {
      // The scanner reads the eight digits of \U as a signed number.
      findings.add(mark(last.getEndMark()), YamlWords::escape);
      throw new Unreadable();
    }
  }

  private Optional<Node> document() {
    if (!(next() instanceof DocumentStartEvent)) {
      return Optional.empty();
    }
    var node = node(next(), 0);
    next();
    var next = next();
    if (next instanceof DocumentStartEvent) {
      findings.add(mark(next.getStartMark()), Forbidden::secondDocument);
      throw new Unreadable();
    }
    return Optional.of(node);
  }

  private Node node(Event event, int depth) {
    return switch (event.getEventId()) {
      case Scalar -> substitution.apply(scalar((ScalarEvent) event), findings);
      case MappingStart -> mapping((CollectionStartEvent) event, depth + 1);
      case SequenceStart -> sequence((CollectionStartEvent) event, depth + 1);
      case Alias -> forbidden.alias((AliasEvent) event, span(event));
      default -> throw new IllegalStateException("no node begins with " + event);
    };
  }

  private Node.Scalar scalar(ScalarEvent event) {
    var span = span(event);
    if (forbidden.decorated(event, event.getTag(), span)) {
      return new Node.Scalar(event.getValue(), Node.Style.BROKEN, span);
    }
    if (Forbidden.loneSurrogate(event.getValue())) {
      findings.add(span, Forbidden::halfCharacter);
      return new Node.Scalar("", Node.Style.BROKEN, span);
    }
    return new Node.Scalar(event.getValue(), style(event.getScalarStyle()), span);
  }

  private static Node.Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> Node.Style.PLAIN;
      case DOUBLE_QUOTED -> Node.Style.DOUBLE_QUOTED;
      case SINGLE_QUOTED, LITERAL, FOLDED, JSON_SCALAR_STYLE -> Node.Style.LITERAL;
    };
  }

  private Node mapping(CollectionStartEvent start, int depth) {
    enter(start, depth);
    var entries = new LinkedHashMap<String, Node.Entry>();
    var event = next();
    for (; !event.is(Event.ID.MappingEnd); event = next()) {
      var key = key(event, depth);
      var value = node(next(), depth);
      if (key != null) {
        var twin = entries.putIfAbsent(key.text(), new Node.Entry(key, value));
        if (twin != null) {
          findings.add(key.span(), () -> twice(key.text()), twin.key().span());
        }
      }
    }
    return new Node.Mapping(entries, span(start, event));
  }

  /** A key, or nothing for what cannot be one and has been reported. */
  private Node.@Nullable Scalar key(Event event, int depth) {
    if (!(event instanceof ScalarEvent scalar)) {
      node(event, depth);
      if (event instanceof CollectionStartEvent) {
        findings.add(span(event), Forbidden::keyIsNoText);
      }
      return null;
    }
    var key = scalar(scalar);
    if (key.style() == Node.Style.PLAIN && key.text().equals("<<")) {
      findings.add(key.span(), Forbidden::mergeKey);
      return null;
    }
    return key;
  }

  private Node sequence(CollectionStartEvent start, int depth) {
    enter(start, depth);
    var items = new ArrayList<Node>();
    var event = next();
    for (; !event.is(Event.ID.SequenceEnd); event = next()) {
      items.add(node(event, depth));
    }
    return new Node.Sequence(items, span(start, event));
  }

  private void enter(CollectionStartEvent start, int depth) {
    forbidden.decorated(start, start.getTag(), span(start));
    if (depth > MAX_DEPTH) {
      findings.add(Span.at(source, line(start), column(start)), Forbidden::tooDeep);
      throw new Unreadable();
    }
  }

  private static Diagnostic twice(String key) {
    return Diagnostic.error(
            Code.DUPLICATE_KEY, "The key " + Characters.code(key) + " stands twice in one map")
        .because("Only one of the two could count, and readers would not know which.")
        .todo("Delete one of them, or give one another key.");
  }

  private Span mark(Mark mark) {
    return Span.at(source, mark.getLine(), mark.getColumn());
  }

  private Span span(Event event) {
    return span(event, event);
  }

  private Span span(Event first, Event last) {
    var end = last.getEndMark();
    return new Span(source, line(first), column(first), end.getLine(), end.getColumn());
  }

  private static int line(Event event) {
    return event.getStartMark().getLine();
  }

  private static int column(Event event) {
    return event.getStartMark().getColumn();
  }
}
