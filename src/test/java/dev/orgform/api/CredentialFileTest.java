package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a file of credentials is none has a sentence of its own. */
class CredentialFileTest {
  private static final String VARIABLE = "CLOUDFLARE_API_TOKEN_FILE";

  @TempDir Path folder;

  private Problem problem(String path) {
    return problem(path, Files::newInputStream);
  }

  private static Problem problem(String path, CredentialFile.Opener opener) {
    var given = new CredentialFile(VARIABLE, true).read(path, opener);
    assertThat(given.problems()).hasSize(1);
    return given.problems().getFirst();
  }

  private Path mine(String name) throws IOException {
    var file = Files.writeString(folder.resolve(name), Apis.SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void noneIsThere() {
    assertThat(problem(folder.resolve("none").toString()).summary())
        .isEqualTo("The file that CLOUDFLARE_API_TOKEN_FILE names does not exist");
    assertThat(problem("a\u0000b").code()).isEqualTo("credentials-file-missing");
    assertThat(problem("").summary()).isEqualTo("CLOUDFLARE_API_TOKEN_FILE is empty");
  }

  @Test
  void itIsAFolder() {
    assertThat(problem(folder.toString()).summary())
        .isEqualTo("CLOUDFLARE_API_TOKEN_FILE names a folder and not a file");
  }

  @Test
  void itIsADevice() {
    assertThat(problem("/dev/null").summary())
        .isEqualTo("CLOUDFLARE_API_TOKEN_FILE names a pipe or device and not a plain file");
  }

  @Test
  void itMayNotBeRead() throws IOException {
    var denied =
        problem(
            mine("token").toString(),
            file -> {
              throw new AccessDeniedException(file.toString());
            });

    assertThat(denied.summary())
        .isEqualTo(
            "The file of CLOUDFLARE_API_TOKEN_FILE may not be read by the user that runs orgform");
    assertThat(denied.detail()).contains("chmod 600");
  }

  @Test
  void theDiskIsBroken() throws IOException {
    var broken =
        problem(
            mine("token").toString(),
            file -> {
              throw new IOException("Input/output error");
            });

    assertThat(broken.summary()).isEqualTo("The file of CLOUDFLARE_API_TOKEN_FILE cannot be read");
  }

  @Test
  void othersCanReadIt() throws IOException {
    var file = mine("token");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));

    var open = problem(file.toString());
    assertThat(open.summary())
        .isEqualTo("The file of CLOUDFLARE_API_TOKEN_FILE is open to other users of this machine");
    assertThat(
            new CredentialFile("CLOUDFLARE_EMAIL_FILE", false)
                .read(file.toString(), Files::newInputStream)
                .value())
        .as("an address is no secret")
        .contains(Apis.SECRET);
  }

  @Test
  void aSecretInPlaceOfItsPathIsNotShown() {
    assertThat(problem(Apis.SECRET).toString()).doesNotContain(Apis.SECRET);
  }

  @Test
  void noTwoSentencesAreTheSame() throws IOException {
    var summaries = new HashSet<String>();
    for (var path : new String[] {"", "none", folder.toString(), "/dev/null"}) {
      var one = problem(path);
      assertThat(summaries.add(one.summary())).as(one.summary()).isTrue();
      assertThat(one.detail()).endsWith(".");
    }
  }
}
