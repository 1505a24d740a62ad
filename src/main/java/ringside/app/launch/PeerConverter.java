package ringside.app.launch;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import ringside.ring.PeerId;

/** Reads a peer as it is typed on the command line. */
final class PeerConverter implements ITypeConverter<PeerId> {
    @Override
    public PeerId convert(String text) {
        try {
            return PeerId.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
