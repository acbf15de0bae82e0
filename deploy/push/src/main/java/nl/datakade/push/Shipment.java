package nl.datakade.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is sent to where: the files and folders on the command line, and those on a list. */
record Shipment(
        List<Path> paths,
        @Nullable Path manifest,
        @Nullable String dataset,
        @Nullable String department,
        @Nullable String type) {

    List<Delivery> deliveries() throws IOException {
        var all = new ArrayList<Delivery>();
        for (Path path : paths) {
            requireThere(path);
            if (Files.isDirectory(path)) {
                all.addAll(ofFolder(path));
            } else {
                all.add(new Delivery(path, named(path, dataset != null || paths.size() > 1), department, type));
            }
        }
        if (manifest != null) {
            requireThere(manifest);
            requireFile(manifest);
            new Manifest(manifest)
                    .deliveries()
                    .forEach(delivery -> all.add(delivery.department() == null ? delivery.of(department) : delivery));
        }
        for (Delivery delivery : all) {
            requireThere(delivery.file());
            requireFile(delivery.file());
        }
        return all;
    }

    private static void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw new Manifest.Unusable("There is no file or folder " + path + ".");
        }
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Manifest.Unusable(path + " is not a file that can be read.");
        }
    }

    /** By name, so that what bears dates becomes versions in their order. */
    private List<Delivery> ofFolder(Path folder) throws IOException {
        if (!Files.isReadable(folder)) {
            throw new Manifest.Unusable(folder + " is not a folder that can be read.");
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(file -> new Delivery(file, named(file, true), department, type))
                    .toList();
        }
    }

    private String named(Path file, boolean mayTakeItsName) {
        if (dataset != null) {
            return dataset;
        }
        if (!mayTakeItsName) {
            throw new Manifest.Unusable("Say which dataset " + file + " belongs to, with --dataset NAME.");
        }
        return nameOf(file);
    }

    /** {@code Tellingen 2026 (week 3).csv} becomes {@code tellingen-2026-week-3}. */
    static String nameOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        if (plain.isEmpty()) {
            throw new Manifest.Unusable("No name of a dataset can be made of " + file + "; give --dataset NAME.");
        }
        return plain.substring(0, Math.min(100, plain.length())).replaceAll("-$", "");
    }
}
