package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.SavedPlan;
import dev.orgform.documents.Schemas;
import dev.orgform.kinds.Kinds;
import dev.orgform.seal.Seal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved plans on the command line: applied exactly and once, or refused with a reason. */
class ApplySavedTest {
  private static final String KEY = "ORGFORM_PLAN_KEY";
  private static final String SECRET = "correct-horse-battery-staple-0123456789";
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private static final String RENAME =
      """
      version: 1
      organizations:
        acme:
          name: Acme Two
          id: %s
          profile: {business_name: New}
          organizations:
            sub: {name: Sub}
      """
          .formatted(Wishes.ID);

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Wishes.layLive(directory, RENAME).at(at(NOW));
  }

  private static Clock at(Instant when) {
    return Clock.fixed(when, ZoneOffset.UTC);
  }

  private Desk.Run plan(Desk from, String... more) {
    var words = new String[more.length + 3];
    words[0] = "plan";
    words[1] = "--sandbox";
    words[2] = "-out=p.json";
    System.arraycopy(more, 0, words, 3, more.length);
    var run = from.run(words);
    assertThat(run.exit()).as(run.both()).isZero();
    return run;
  }

  private String estate() throws IOException {
    return Files.readString(directory.resolve(".orgform/sandbox.json"));
  }

  private void refused(Desk.Run run, String before, String code) throws IOException {
    assertThat(run.exit()).as(run.both()).isEqualTo(5);
    assertThat(run.err()).contains("(" + code + ")").doesNotContain("Exception", SECRET);
    assertThat(estate()).isEqualTo(before);
  }

  private Desk.Run apply(Desk from, String... more) {
    var words = new String[more.length + 3];
    words[0] = "apply";
    words[1] = "p.json";
    words[2] = "--sandbox";
    System.arraycopy(more, 0, words, 3, more.length);
    return from.run(words);
  }

  /** The file with other content and a plain digest that fits it. */
  private void rewrite(UnaryOperator<String> edit) throws IOException {
    var file = directory.resolve("p.json");
    var seal = Seal.of(Files.readAllBytes(file)).orElseThrow();
    var edited = edit.apply(seal.body());
    assertThat(edited).isNotEqualTo(seal.body());
    Files.writeString(file, Seal.on(edited + "\n  }\n}\n", Optional.empty(), Optional.empty()));
  }

  @Test
  void isAppliedWithoutAskingAndOnce() throws IOException {
    plan(desk.at(Clock.systemUTC()));
    var run = apply(desk.at(Clock.systemUTC()));
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.out()).contains("Apply complete! Resources: 1 added, 2 changed, 0 destroyed.");
    assertThat(estate()).contains("Acme Two", "Sub");
    refused(apply(desk.at(Clock.systemUTC())), estate(), "used-plan");
    assertThat(desk.run("plan", "--sandbox").out()).contains("No changes.");
  }

  @Test
  void aRefusedApplyDoesNotUseItUp() throws IOException {
    var now = desk.at(Clock.systemUTC());
    plan(now);
    now.run("sandbox", "edit", "rename", "Acme", "Theirs");
    refused(apply(now), estate(), "stale-plan");
    now.run("sandbox", "edit", "rename", "Theirs", "Acme");
    assertThat(apply(now).exit()).isZero();
  }

  @Test
  void saysThenAndNow() throws IOException {
    plan(desk);
    desk.run("sandbox", "edit", "rename", "Acme", "Theirs");
    var run = apply(desk);
    refused(run, estate(), "stale-plan");
    assertThat(run.err()).contains("name: then \"Acme\", now \"Theirs\".");
  }

  @Test
  void anEditElsewhereDoesNotMatter() throws IOException {
    var now = desk.at(Clock.systemUTC());
    plan(now);
    assertThat(now.run("sandbox", "edit", "create", "Elsewhere").exit()).isZero();
    var run = apply(now);
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(estate()).contains("Elsewhere", "Acme Two");
  }

  @Test
  void flippedBytesAndPrefixesAreRefused() throws IOException {
    plan(desk);
    var file = directory.resolve("p.json");
    var bytes = Files.readAllBytes(file);
    var before = estate();
    for (int at = 1; at < bytes.length; at += 1 + bytes.length / 25) {
      var other = bytes.clone();
      other[at] ^= 1;
      Files.write(file, other);
      refused(apply(desk), before, "altered-plan");
      Files.write(file, Arrays.copyOf(bytes, at));
      refused(apply(desk), before, "altered-plan");
    }
  }

  /** In process and before any connection: what the command line above does with each file. */
  @Test
  void everyFlippedByteAndEveryPrefixIsRefused() throws IOException {
    plan(desk);
    var bytes = Files.readAllBytes(directory.resolve("p.json"));
    assertThat(Seal.of(bytes).orElseThrow().intact()).isTrue();
    for (int at = 0; at < bytes.length; at++) {
      var other = bytes.clone();
      other[at] ^= (byte) (1 + at % 127);
      assertThat(Seal.of(other).filter(Seal::intact)).as("byte " + at).isEmpty();
      assertThat(Seal.of(Arrays.copyOf(bytes, at))).as("prefix " + at).isEmpty();
    }
  }

  @Test
  void expiresAndIsNotFromTheFuture() throws IOException {
    plan(desk, "--expires=1h");
    var before = estate();
    refused(apply(desk.at(at(NOW.plus(Duration.ofHours(1))))), before, "expired-plan");
    refused(apply(desk.at(at(NOW.minus(Duration.ofHours(1))))), before, "expired-plan");
    assertThat(desk.at(at(NOW.plus(Duration.ofHours(2)))).run("show", "p.json").err())
        .contains("It expired at 2026-11-21T09:00:00Z");
    assertThat(desk.run("plan", "--sandbox", "-out=p.json", "--expires=0s").exit()).isEqualTo(64);
  }

  @Test
  void isForOneHostOneIdentityAndOneVersion() throws IOException {
    plan(desk);
    var file = directory.resolve("p.json");
    var whole = Files.readAllBytes(file);
    var before = estate();
    rewrite(body -> body.replace("\"host\": \"sandbox\"", "\"host\": \"api.cloudflare.com\""));
    refused(apply(desk), before, "foreign-plan");
    Files.write(file, whole);
    rewrite(body -> body.replace("you@sandbox.invalid", "other@sandbox.invalid"));
    refused(apply(desk), before, "foreign-plan");
    Files.write(file, whole);
    rewrite(body -> body.replace("\"tool\": \"", "\"tool\": \"0.0.1-"));
    refused(apply(desk), before, "other-version");
    Files.write(file, whole);
    rewrite(body -> body.replace("\"version\": 1", "\"version\": 2"));
    refused(apply(desk), before, "bad-plan-file");
  }

  @Test
  void aChangedConfigurationIsNamed() throws IOException {
    plan(desk);
    var before = estate();
    Files.writeString(directory.resolve("late.yaml"), "version: 1\norganizations: {}\n");
    var added = apply(desk);
    refused(added, before, "configuration-changed");
    assertThat(added.err()).contains("late.yaml is new.");
    Files.delete(directory.resolve("late.yaml"));
    Files.writeString(directory.resolve("main.yaml"), RENAME + "# approved?\n");
    var changed = apply(desk);
    refused(changed, before, "configuration-changed");
    assertThat(changed.err()).contains("main.yaml is not the same.");
  }

  @Test
  void aConfigurationThatIsNotHereIsNotNeeded() throws IOException {
    var folder = Files.createDirectory(directory.resolve("teams"));
    Files.move(directory.resolve("main.yaml"), folder.resolve("main.yaml"));
    var now = desk.at(Clock.systemUTC());
    plan(now, folder.toString());
    assertThat(Files.readString(directory.resolve("p.json")))
        .contains("\"teams\"", "\"teams/main.yaml\"")
        .doesNotContain("\"name\": \"" + folder);
    Files.delete(folder.resolve("main.yaml"));
    Files.delete(folder);
    var run = apply(now);
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(run.err()).contains("is not here");
  }

  /** Terraform's hole: a plan edited in its steps and in the declarations they come from. */
  @Test
  void anEditInBothPlacesIsFound() throws IOException {
    plan(desk);
    var before = estate();
    rewrite(body -> body.replace("Acme Two", "Evil Two"));
    var run = apply(desk);
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).contains("Its changes are not the ones that its `plan_hash`");
    plan(desk);
    var evil = evil(Seal.of(Files.readAllBytes(directory.resolve("p.json"))).orElseThrow().body());
    rewrite(body -> evil);
    refused(apply(desk), before, "configuration-changed");
  }

  /** Everything replaced, and every hash made again: that of a plan made honestly elsewhere. */
  private String evil(String body) throws IOException {
    var elsewhere = Files.createDirectory(directory.resolve(".evil"));
    plan(Wishes.layLive(elsewhere, RENAME.replace("Acme Two", "Evil Two")).at(at(NOW)));
    var honest = Files.readString(elsewhere.resolve("p.json"));
    var hash = SavedPlan.read(honest, "p", Kinds.kinds()).value().orElseThrow().plan().hash();
    return body.replace("Acme Two", "Evil Two")
        .replaceFirst("\"plan_hash\": \"[0-9a-f]{64}\"", "\"plan_hash\": \"" + hash + "\"");
  }

  @Test
  void onlyAKeyMakesAPlanWhereOneIsGiven() throws IOException {
    var keyed = desk.with(KEY, SECRET).at(Clock.systemUTC());
    plan(keyed);
    var before = estate();
    assertThat(Files.readString(directory.resolve("p.json")))
        .contains("hmac_sha256")
        .doesNotContain(SECRET);
    refused(apply(keyed.with(KEY, SECRET + "x")), before, "unsigned-plan");
    assertThat(keyed.run("show", "p.json").err()).contains("Sealed by the plan key.");
    var sealed = Files.readAllBytes(directory.resolve("p.json"));
    rewrite(body -> body.replace("\"converge\": false", "\"converge\": true"));
    refused(apply(keyed), before, "unsigned-plan");
    refused(apply(keyed, "--require-signed"), before, "unsigned-plan");
    Files.write(directory.resolve("p.json"), sealed);
    assertThat(apply(desk.at(Clock.systemUTC()), "--require-signed").exit()).isEqualTo(64);
    assertThat(apply(keyed, "--require-signed").exit()).isZero();
  }

  /** A pipeline that lost its key says so before it applies anybody's plan. */
  @Test
  void aSealThatNobodyChecksIsSaid() throws IOException {
    plan(desk.with(KEY, SECRET));
    assertThat(apply(desk))
        .satisfies(
            said -> {
              assertThat(said.exit()).isZero();
              assertThat(said.err())
                  .contains("Nobody checked who sealed this plan", "unchecked-plan");
            });
  }

  @Test
  void onlyAnAllowedSignerCounts() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    pem("key.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
    pem("team.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    pem("others.pem", "PUBLIC KEY", other.getPublic().getEncoded());
    var now = desk.at(Clock.systemUTC());
    plan(now, "--sign-key=key.pem");
    var before = estate();
    refused(apply(now, "--allowed-signers=others.pem"), before, "unsigned-plan");
    assertThat(now.run("show", "p.json", "--allowed-signers=team.pem").err())
        .contains("Sealed by release team.");
    assertThat(apply(now, "--allowed-signers=team.pem", "--require-signed").exit()).isZero();
  }

  private void pem(String name, String label, byte[] key) throws IOException {
    var file = directory.resolve(name);
    Files.writeString(
        file,
        "# release team\n-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getEncoder().encodeToString(key), label),
        StandardCharsets.US_ASCII);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void standsAlone() {
    plan(desk);
    assertThat(apply(desk, "main.yaml").exit()).isEqualTo(64);
    assertThat(apply(desk, "-target=organization.acme").exit()).isEqualTo(64);
    assertThat(apply(desk, "-exclude=organization.acme").exit()).isEqualTo(64);
    var run = apply(desk, "--converge");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(run.err()).contains("--converge cannot be given with a saved plan");
  }

  @Test
  void confirmationsCountFromBothCommands() throws IOException {
    var now = Wishes.lay(directory, Wishes.REMOVAL).at(Clock.systemUTC());
    var hash = now.oneWay();
    plan(now, "--allow-delete");
    var before = estate();
    var unconfirmed = apply(now);
    assertThat(unconfirmed.exit()).as(unconfirmed.both()).isEqualTo(3);
    assertThat(unconfirmed.err()).contains("one-way-not-accepted").doesNotContain("(deletion-not");
    assertThat(estate()).isEqualTo(before);
    var run = apply(now, hash);
    assertThat(run.exit()).as(run.both()).isZero();
    assertThat(estate()).as("but for its audit log").doesNotContain("\"id\" : \"" + Wishes.ID);
  }

  @Test
  void planSaysWhatToRun() {
    assertThat(plan(desk).err()).contains("orgform apply \"p.json\" --sandbox");
  }

  @Test
  void theFileIsDescribedByItsSchema() throws IOException {
    plan(desk.with(KEY, SECRET));
    assertThat(Schemas.plan().complaints(Files.readString(directory.resolve("p.json")))).isEmpty();
    var shown = desk.run("show", "-json", "p.json");
    assertThat(shown.out()).hasLineCount(1).contains("\"saved\":{");
  }
}
