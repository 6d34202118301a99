package dev.orgform.cli;

import dev.orgform.api.Credentials;
import dev.orgform.audit.Own;
import dev.orgform.documents.Left;
import dev.orgform.model.Address;
import dev.orgform.plan.Survey;
import dev.orgform.store.Entry;
import dev.orgform.store.Image;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Noted;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier runs did and left, as their journals have it, so that nobody else is blamed for it.
 */
final class OwnRuns {
  private final Optional<String> email;
  private final List<Own.Request> requests = new ArrayList<>();
  private final Map<Address, String> ids = new TreeMap<>();
  private final LeftBehind left = new LeftBehind();

  private OwnRuns(Credentials credentials) {
    this.email =
        credentials instanceof Credentials.GlobalKey key
            ? Optional.of(key.email())
            : Optional.empty();
  }

  /** Of all runs that are kept; a store that cannot be read is said, and makes nothing of it. */
  static OwnRuns of(Shell shell, Output output, Connection connection, ConnectOptions options) {
    var folder = Connection.storeFolder(shell, options.store);
    var runs = new OwnRuns(connection.credentials());
    if (!Files.isDirectory(folder)) {
      return runs;
    }
    try {
      runs.read(new LocalStore(folder).estate(connection.estate()));
    } catch (StoreUnusable unusable) {
      output.diagnostic(unusable.diagnostic().asWarning());
    }
    return runs;
  }

  /** What they sent. */
  Own own() {
    return new Own(requests, ids);
  }

  /** What they left of what a survey found. */
  Left left(Survey survey) {
    return left.seenFrom(survey);
  }

  private void read(Store store) throws StoreUnusable {
    // Oldest first, so that the newest id of an address stays.
    for (var past : store.history().reversed()) {
      if (past instanceof Past.Told told) {
        var notes = store.run(String.valueOf(told.number())).orElse(List.of());
        read("run " + told.number(), notes);
        left.learn(told.number(), notes);
      }
    }
  }

  private void read(String run, List<Noted> notes) {
    var fields = new TreeMap<Address, SortedSet<String>>();
    var sent = new TreeMap<Integer, Own.Request>();
    var intents = new TreeMap<String, Address>();
    for (var note : notes) {
      switch (note.entry()) {
        case Entry.Planned planned -> planned.images().forEach(image -> learn(image, fields));
        case Entry.Opened opened -> intents.put(opened.intent().id(), opened.intent().address());
        case Entry.Sent one -> {
          if (!one.request().startsWith("GET ")) {
            sent.put(
                one.number(),
                new Own.Request(
                    run,
                    note.at(),
                    one.request(),
                    Optional.empty(),
                    email,
                    one.step()
                        .flatMap(step -> Optional.ofNullable(fields.get(step)))
                        .orElse(new TreeSet<>())));
          }
        }
        case Entry.Answered answered ->
            sent.computeIfPresent(
                answered.number(), (number, request) -> request.rayed(answered.ray()));
        case Entry.Learned learned -> learn(intents, learned.intent(), learned.organization());
        case Entry.Closed closed -> {
          if (closed.ending() instanceof Entry.Ending.Seen seen) {
            learn(intents, closed.intent(), seen.organization());
          }
        }
        case Entry.Began began ->
            began.open().forEach(intent -> intents.put(intent.id(), intent.address()));
        case Entry.Ended ended -> {}
        case Entry.Finished finished -> {}
      }
    }
    requests.addAll(sent.values());
  }

  private void learn(Map<String, Address> intents, String intent, String organization) {
    Optional.ofNullable(intents.get(intent)).ifPresent(address -> ids.put(address, organization));
  }

  /** A creation sets everything, so that its fields are not told apart. */
  private void learn(Image image, Map<Address, SortedSet<String>> fields) {
    if (image.verb().equals("update")) {
      fields.put(image.step(), new TreeSet<>(image.before().keySet()));
    }
    image
        .organization()
        .filter(id -> image.step().kind().equals("organization"))
        .ifPresent(id -> ids.put(image.step(), id));
  }
}
