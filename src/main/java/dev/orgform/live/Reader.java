package dev.orgform.live;

import dev.orgform.api.Counted;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Script;
import dev.orgform.model.Bindings;
import dev.orgform.model.Checked;
import dev.orgform.model.Desired;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Live;
import dev.orgform.model.Resource;
import dev.orgform.model.Resources;
import dev.orgform.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads what is live: the tree by its list, then the rest side by side and only where declared.
 *
 * <p>For N organizations and P declared profiles this takes ⌈N/1000⌉ + P requests. A reading that
 * is refused or not whole is an error, never an empty one.
 */
public final class Reader {
  private final Counted transport;
  private final EventLoop loop;
  private final List<Kind> kinds;
  private final Function<String, Reads> reads;
  private final int parallelism;

  /**
   * Reads through a loop.
   *
   * @param transport the one that the loop sends through
   */
  public Reader(
      EventLoop loop,
      Counted transport,
      List<Kind> kinds,
      Function<String, Reads> reads,
      int parallelism) {
    this.transport = transport;
    this.loop = loop;
    this.kinds = List.copyOf(kinds);
    this.reads = reads;
    this.parallelism = parallelism;
  }

  /** What is live, matched to the declarations; or why that cannot be said. */
  public Checked<Live> read(Desired desired) {
    return read(desired, Optional.empty());
  }

  /**
   * The same, matched to what was declared before as well.
   *
   * @param base what was declared before; nothing is read for it that is not read anyway
   */
  public Checked<Live> read(Desired desired, Optional<Desired> base) {
    var listed = tree();
    return listed.value().isEmpty()
        ? Checked.failed(listed.diagnostics())
        : read(desired, base, listed.value().get());
  }

  /** The whole tree and nothing else, at undeclared addresses. */
  public Checked<List<Resource>> tree() {
    return run(reads.apply(branches().name()).scripts(List.of(), new Bindings(Resources.NONE)));
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
    var diagnostics = new ArrayList<>(matched.diagnostics());
    var declared = new ArrayList<Resource>(matched.declared().all());
    var bindings = new Bindings(matched.declared());
    for (var kind : kinds) {
      if (kind.form() instanceof Kind.Form.Block block) {
        var wanted = owned(desired.resources().of(kind), block, bindings);
        var found = run(reads.apply(kind.name()).scripts(wanted, bindings));
        diagnostics.addAll(found.diagnostics());
        found.value().ifPresent(declared::addAll);
      }
    }
    return Checked.of(
        new Live(
            Resources.of(declared), matched.undeclared(), succession.former(), transport.count()),
        diagnostics);
  }

  private static List<Resource> owned(
      Collection<Resource> wanted, Kind.Form.Block block, Bindings bindings) {
    return wanted.stream()
        .filter(resource -> bindings.id(owner(resource, block)).isPresent())
        .toList();
  }

  private static Value owner(Resource resource, Kind.Form.Block block) {
    return resource.fields().get(block.owner());
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
