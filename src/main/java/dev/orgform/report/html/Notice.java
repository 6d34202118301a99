package dev.orgform.report.html;

import dev.orgform.model.Diagnostic;
import dev.orgform.model.Place;
import dev.orgform.model.Severity;
import io.jstach.jstache.JStache;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One error, warning or note: what, why, what to do, and where it stands. */
@JStache(
    template =
        """
        <article class="notice {{style}}">
        <h3><span class="severity">{{severity}}</span> {{summary}}</h3>
        {{#details}}
        <p>{{.}}</p>
        {{/details}}
        {{#hasPlaces}}
        <ul class="places">
        {{#places}}
        <li><span class="place">{{at}}</span>{{#source}}<code>{{.}}</code>{{/source}}</li>
        {{/places}}
        </ul>
        {{/hasPlaces}}
        <p class="code"><code>{{code}}</code></p>
        </article>
        """)
record Notice(Severity level, String summary, List<String> details, List<Spot> places, String code)
    implements Piece {

  /** The most lines of an explanation. */
  private static final int LINES = 40;

  /** A place in a file, and its line where there is one to show. */
  record Spot(String at, List<String> source) {}

  static Notice of(Diagnostic diagnostic, Words words) {
    return new Notice(
        diagnostic.severity(),
        words.sentence(diagnostic.summary()),
        Stream.of(diagnostic.detail(), diagnostic.remedy())
            .filter(text -> !text.isBlank())
            .map(words::sentence)
            .flatMap(String::lines)
            .filter(line -> !line.isBlank())
            .limit(LINES)
            .toList(),
        diagnostic.places().stream().map(place -> spot(place, words)).toList(),
        diagnostic.code().word());
  }

  private static Spot spot(Place place, Words words) {
    return new Spot(
        words.value(place.toString()),
        Stream.of(place.source())
            .filter(text -> !text.isBlank() && words.privacy().quotesFiles())
            .map(text -> words.value(text.strip()))
            .toList());
  }

  @Override
  public void on(Pen pen) throws IOException {
    pen.put(NoticeSheet::render, this);
  }

  boolean hasPlaces() {
    return !places.isEmpty();
  }

  String style() {
    return level.name().toLowerCase(Locale.ROOT);
  }

  String severity() {
    return switch (level) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case NOTE -> "Note";
    };
  }
}
