package org.agentinbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts in the constant pool of a compiled class (The Java Virtual Machine Specification, 4.4). Texts that the source joins of
 * constants
 * are one text here; where it joins them with something else, U+0001 stands for that.
 */
final class StringConstants {

    private static final int MAGIC = 0xCAFEBABE;

    private StringConstants() {}

    /** @return all texts with a blank in them: so no names and descriptors, and no single words */
    static List<String> of(URI classFile) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(classFile.toURL().openStream()))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(classFile + " is no class file");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            List<String> texts = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException("Unknown constant " + tag + " in " + classFile);
                }
            }
            return texts.stream().filter(text -> text.chars().anyMatch(Character::isWhitespace)).toList();
        }
    }
}
