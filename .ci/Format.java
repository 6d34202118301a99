import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the Java files of some folders: {@code Format (check|write) LIST FOLDER…}.
 *
 * <p>The build runs it as a source file on the JDK it found, because Maven's own may be too old to
 * parse what we write. A check leaves the names of unformatted files in LIST, which then makes the
 * build fail without a stack trace; when all is well there is no LIST.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path list = Path.of(args[1]);
    List<String> options = write ? List.of("--replace") : List.of("--dry-run");
    List<String> arguments = new ArrayList<>(options);
    for (String folder : List.of(args).subList(2, args.length)) {
      arguments.addAll(javaFiles(Path.of(folder)));
    }
    StringWriter unformatted = new StringWriter();
    PrintWriter errors = new PrintWriter(System.err, true);
    int exit =
        new Main(new PrintWriter(unformatted), errors, System.in)
            .format(arguments.toArray(String[]::new));
    if (unformatted.toString().isBlank()) {
      Files.deleteIfExists(list);
    } else {
      errors.print("Not formatted:\n" + unformatted);
      errors.flush();
      Files.writeString(list, unformatted.toString());
    }
    System.exit(exit);
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
