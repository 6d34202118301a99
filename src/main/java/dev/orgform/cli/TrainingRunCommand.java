package dev.orgform.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Goes once through what people do most, so that the launcher can record which classes it takes.
 */
@Command(name = "training-run", hidden = true)
final class TrainingRunCommand implements Callable<Integer> {
  private static final String YAML =
      """
      version: 1
      organizations:
        acme:
          name: Acme
          profile: {business_name: Acme, external_metadata: {cost_center: 1}}
          organizations:
            emea: {name: Acme EMEA}
      """;

  @ParentCommand private Orgform root;

  @Override
  public Integer call() throws IOException {
    var folder = Files.createTempDirectory("orgform-training");
    try {
      Files.writeString(folder.resolve("acme.yaml"), YAML);
      var shell = quiet(folder);
      run(shell, "validate", "acme.yaml");
      run(shell, "plan", "acme.yaml", "--sandbox", "-detailed-exitcode");
      run(shell, "apply", "acme.yaml", "--sandbox", "-auto-approve");
      Files.writeString(folder.resolve("acme.yaml"), YAML.replace("Acme EMEA", "Acme Europe"));
      return run(shell, "plan", "acme.yaml", "--sandbox", "-json");
    } finally {
      remove(folder);
    }
  }

  private Shell quiet(Path folder) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Shell(
        nowhere,
        nowhere,
        InputStream.nullInputStream(),
        Map.of(),
        folder,
        root.shell().clock(),
        root.shell().random(),
        Interrupts.NONE,
        Shell.Terminals.NONE);
  }

  private static int run(Shell shell, String... arguments) {
    return Orgform.execute(shell, arguments);
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
