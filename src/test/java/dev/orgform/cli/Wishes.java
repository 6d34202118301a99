package dev.orgform.cli;

import dev.orgform.sandbox.Estate;
import dev.orgform.store.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small configurations and estates that commands are tried on. */
final class Wishes {
  /** The id of the live organization in {@link #ESTATE}. */
  static final String ID = "ac3e0000000000000000000000000001";

  static final String ONE =
      """
      version: 1
      organizations:
        acme: {name: Acme}
      """;

  static final String PROFILE =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Acme}
      """;

  static final String PINNED_ELSEWHERE =
      """
      version: 1
      organizations:
        acme: {name: Acme, id: "0000"}
      """;

  static final String REMOVAL =
      """
      version: 1
      removed:
        - {organization: %s, name: Acme}
      """
          .formatted(ID);

  static final String ESTATE =
      """
      {"organizations": [{"id": "%s", "name": "Acme"}]}
      """
          .formatted(ID);

  private Wishes() {}

  /** The directory with this as its only configuration. */
  static Desk lay(Path directory, String yaml) throws IOException {
    Files.writeString(directory.resolve("main.yaml"), yaml);
    return Desk.in(directory);
  }

  /** The same, where the sandbox holds one organization already. */
  static Desk layLive(Path directory, String yaml) throws IOException {
    var store = LocalStore.open(directory.resolve(LocalStore.NAME)).value().orElseThrow();
    Estate.parse("estate", ESTATE).save(store.sandboxEstate());
    return lay(directory, yaml);
  }
}
