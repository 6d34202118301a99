import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/**
 * Judges XML files by a schema: {@code java .ci/Xsd.java SCHEMA FILE...}; 1 where one is refused.
 */
final class Xsd {
  public static void main(String[] args) throws Exception {
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var schema = factory.newSchema(Path.of(args[0]).toFile());
    boolean valid = args.length > 1;
    for (int i = 1; i < args.length; i++) {
      try {
        var text = Files.readString(Path.of(args[i]));
        schema.newValidator().validate(new StreamSource(new StringReader(text)));
      } catch (org.xml.sax.SAXException e) {
        System.err.println(args[i] + ": " + e.getMessage());
        valid = false;
      }
    }
    System.exit(valid ? 0 : 1);
  }
}
