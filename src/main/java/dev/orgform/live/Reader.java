package dev.orgform.live;

import dev.orgform.api.Counted;
import dev.orgform.api.Credentials;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Address;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Deed;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads what is live: the tree by its list, then the rest side by side and only where declared, or
 * where an organization that is to be deleted must be emptied.
 *
 * <p>For N organizations, P declared profiles, M organizations that list their members or are to be
 * deleted, L that list accounts or are to be deleted, and A declared accounts that none of these
 * lists has, this takes ⌈N/1000⌉ + P + M + L + A requests, where no list has over 1,000 entries.
 * Accounts are asked as well that may be below an organization on whose list they are. A reading
 * that is refused or not whole is an error, never an empty one.
 */
public final class Reader {
  private final Counted transport;
  private final EventLoop loop;
  private final List<Kind> kinds;
  private final Function<String, Reads> reads;
  private final Credentials credentials;
  private final int parallelism;

  /**
   * Reads through a loop.
   *
   * @param transport the one that the loop sends through
   * @param credentials who reads
   */
  public Reader(
      EventLoop loop,
      Counted transport,
      List<Kind> kinds,
      Function<String, Reads> reads,
      Credentials credentials,
      int parallelism) {
    this.transport = transport;
    this.loop = loop;
    this.kinds = List.copyOf(kinds);
    this.reads = reads;
    this.credentials = credentials;
    this.parallelism = parallelism;
  }

  /** What is live, matched to the declarations; or why that cannot be said. */
  public Checked<Live> read(Desired desired) {
    return read(desired, Optional.empty());
  }

  /**
   * The same, matched to what was declared before as well.
   *
   * @param base what was declared before; nothing is read for it that is not read anyway, but for
   *     who is in organizations that it declares and head does not
   */
  public Checked<Live> read(Desired desired, Optional<Desired> base) {
    var listed = tree();
    return listed.value().isEmpty()
        ? Checked.failed(listed.diagnostics())
        : read(desired, base, listed.value().get());
  }

  /** The whole tree and nothing else, at undeclared addresses. */
  public Checked<List<Resource>> tree() {
    return run(reads.apply(branches().name()).scripts(Wanted.everything()));
  }

  /** The kind that makes the tree. */
  private Kind branches() {
    return kinds.stream()
        .filter(kind -> kind.form() instanceof Kind.Form.Branch)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What is live beside a tree that has been read.
   *
   * @param all what {@link #tree} gave
   */
  public Checked<Live> read(Desired desired, Optional<Desired> base, List<Resource> all) {
    var branches = branches();
    var succession =
        base.map(before -> Succession.of(desired, before, branches, all))
            .orElseGet(() -> new Succession(Match.match(desired, branches, all), new TreeMap<>()));
    var matched = succession.matched();
    var doomed = Doomed.of(desired, base, matched, succession.former());
    var found = owned(desired, matched, doomed);
    var declared = new ArrayList<>(matched.declared().all());
    var undeclared = new ArrayList<>(matched.undeclared().all());
    for (var one : found.value().orElse(List.of())) {
      (desired.resources().get(one.address()).isPresent() ? declared : undeclared).add(one);
    }
    var errors = new ArrayList<>(matched.diagnostics());
    errors.addAll(found.diagnostics().stream().filter(Diagnostic::isError).toList());
    return Checked.of(
        new Live(
            Resources.of(declared),
            Resources.of(undeclared),
            succession.former(),
            self(),
            found.diagnostics().stream().filter(one -> !one.isError()).toList(),
            transport.count()),
        errors);
  }

  /** First all that can be asked at once, then what is left to be asked. */
  private Checked<List<Resource>> owned(
      Desired desired, Match.Matched matched, SortedSet<Address> doomed) {
    var wanted = wanted(desired, matched, doomed);
    var scripts = new ArrayList<Script<Found>>();
    wanted.forEach(
        (kind, some) ->
            reads
                .apply(kind)
                .scripts(some)
                .forEach(script -> scripts.add(script.map(end -> new Found(kind, end)))));
    var ends = loop.runAll(scripts, parallelism);
    var diagnostics = ends.stream().flatMap(one -> one.end().diagnostics().stream()).toList();
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(diagnostics);
    }
    var left = new ArrayList<Script<Checked<List<Resource>>>>();
    wanted.forEach((kind, some) -> left.addAll(reads.apply(kind).settling(some, of(kind, ends))));
    var settled = run(left);
    var all = Stream.concat(diagnostics.stream(), settled.diagnostics().stream()).toList();
    return settled
        .value()
        .map(found -> Checked.of(found, all))
        .orElseGet(() -> Checked.failed(all));
  }

  /** What one script found, and which kind it looked for. */
  private record Found(String kind, Checked<List<Resource>> end) {}

  private static List<Resource> of(String kind, List<Found> ends) {
    return ends.stream()
        .filter(one -> one.kind().equals(kind))
        .flatMap(one -> one.end().value().orElse(List.of()).stream())
        .toList();
  }

  /** What must be known of each kind that can be read, by its name. */
  private SequencedMap<String, Wanted> wanted(
      Desired desired, Match.Matched matched, SortedSet<Address> doomed) {
    var bindings = new Bindings(matched.declared());
    var organizations = Resources.of(matched.everything().toList());
    var wanted = new LinkedHashMap<String, Wanted>();
    for (var kind : kinds) {
      if (kind.form() instanceof Kind.Form.Owned form && isReadable(kind)) {
        wanted.put(
            kind.name(),
            new Wanted(
                desired.resources().of(kind).stream()
                    .filter(one -> isThere(one, form, bindings))
                    .toList(),
                desired.rolls().stream()
                    .filter(roll -> roll.kind().name().equals(kind.name()))
                    .filter(roll -> bindings.id(roll.owner()).isPresent())
                    .toList(),
                doomed,
                organizations,
                bindings));
      }
    }
    return wanted;
  }

  /** What is declared and cannot be read was refused before; what is doomed cannot be deleted. */
  private boolean isReadable(Kind kind) {
    return kind.reading() != Deed.Needs.KEY || credentials instanceof Credentials.GlobalKey;
  }

  /** Whether something declared can exist already. */
  private static boolean isThere(Resource declared, Kind.Form.Owned form, Bindings bindings) {
    return switch (form) {
      case Kind.Form.Block block -> bindings.id(owner(declared, block)).isPresent();
      case Kind.Form.Roster roster -> bindings.id(owner(declared, roster)).isPresent();
      case Kind.Form.Labelled labelled -> true;
    };
  }

  private static Value owner(Resource resource, Kind.Form.Owned form) {
    return resource.fields().get(form.owner());
  }

  /** A token does not say whose it is. */
  private Optional<String> self() {
    return credentials instanceof Credentials.GlobalKey key
        ? Optional.of(key.email())
        : Optional.empty();
  }

  private Checked<List<Resource>> run(List<Script<Checked<List<Resource>>>> scripts) {
    var found = new ArrayList<Resource>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (var end : loop.runAll(scripts, parallelism)) {
      end.value().ifPresent(found::addAll);
      diagnostics.addAll(end.diagnostics());
    }
    return Checked.of(List.copyOf(found), diagnostics);
  }
}
