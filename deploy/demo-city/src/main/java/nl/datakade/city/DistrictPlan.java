package nl.datakade.city;

import java.util.List;

/** How one district was drawn: its neighbourhoods and the words its streets are named with. */
record DistrictPlan(
        String name,
        Neighbourhood.Kind kind,
        double east,
        double north,
        List<String> neighbourhoods,
        List<String> endings,
        List<String> words) {

    static final List<DistrictPlan> ALL = List.of(
            plan("Oude Haven", Neighbourhood.Kind.CENTRE, 0, 0, """
                    Waagplein, Grote Kade, Zeilmakersbuurt, Kompasbuurt, Oude Sluis, Pakhuiseiland""", "kade, steeg", """
                    Bolder, Tros, Kiel, Roer, Mast, Zeil, Spant, Kluis, Lier, Kaapstander, Boeg, Steven, Talie, Knoop,
                    Loef, Lij, Reede, Sloep, Jol, Schouw, Tjalk, Klipper, Botter, Praam"""),
            plan("Singelkwartier", Neighbourhood.Kind.PREWAR, 300, 1_700, """
                    Noordsingel, Zuidsingel, Ambachtsbuurt, Weversbuurt, Kuipersbuurt, Stationsbuurt""", "straat, singel", """
                    Schaaf, Beitel, Hamer, Passer, Weef, Spoel, Garen, Vilt, Leest, Aambeeld, Blaasbalg, Smelt, Ketel,
                    Kuip, Duig, Hoepel, Draai, Kaarsen, Was, Zadel, Tuig, Spinnewiel, Haspel, Klos"""),
            plan("Kruidenhof", Neighbourhood.Kind.POSTWAR, -1_800, 700, """
                    Tijmbuurt, Kervelbuurt, Laurierbuurt, Salieplantsoen, Winkelhof, Kruidenpark""", "hof, pad", """
                    Tijm, Bieslook, Salie, Kervel, Dille, Munt, Laurier, Dragon, Venkel, Karwij, Rozemarijn, Lavas,
                    Basilicum, Oregano, Koriander, Kamille, Anijs, Komijn, Peterselie, Citroenmelisse, Marjolein, Hysop,
                    Duizendblad, Saffraan"""),
            plan("Wolkenpark", Neighbourhood.Kind.NEW, 2_000, 500, """
                    Dauwbuurt, Regenboogbuurt, Passaatbuurt, Poolsterbuurt, Ochtendrood, Wolkenrand""", "laan, plein", """
                    Stapelwolk, Sluierwolk, Nevel, Dauw, Rijp, Zonnestraal, Regenboog, Passaat, Föhn, Zucht, Motregen,
                    Ochtendrood, Avondrood, Maanlicht, Sterrenregen, Noorderlicht, Windstilte, Windvlaag, Hagel,
                    Weerlicht, IJzel, Zomerbries, Wolkbreuk, Poolster"""),
            plan("Getijdendorp", Neighbourhood.Kind.VILLAGE, -1_500, -1_500, """
                    Dorpskern, Sonnettenbuurt, Fabelbuurt, Balladebuurt, Leeszaalbuurt, Getijdendijk""", "straat, laan", """
                    Sonnet, Ballade, Rondeel, Kwatrijn, Elegie, Ode, Refrein, Strofe, Limerick, Haiku, Epos, Fabel, Sage,
                    Sprookjes, Raadsel, Spreuk, Rijm, Verzen, Poëzie, Alinea, Letter, Komma, Citaat, Coupé"""),
            plan("Werf en Dok", Neighbourhood.Kind.INDUSTRY, 1_700, -1_500, """
                    Stoomhaven, Turbinepark, Dok Oost, Dok West, Kraanbaan, Expeditiehaven""", "weg, dok", """
                    Turbine, Zuiger, Krukas, Ketelhuis, Stoom, Dynamo, Generator, Transformator, Accu, Montage, Lassers,
                    Klinknagel, Plaatwerk, Kraanbaan, Helling, Scheepslift, Container, Pallet, Stapelaar, Heftruck,
                    Expeditie, Loodsen, Silo, Pijpleiding"""),
            plan("Lisdoddeveld", Neighbourhood.Kind.GREEN, 200, -2_500, """
                    Lisdodde-Noord, Lisdodde-Zuid, Rietoever, Meerkoetbuurt, Futenbuurt, Plassenrand""", "dreef, singel", """
                    Lisdodde, Waterlelie, Krabbenscheer, Zwanenbloem, Kalmoes, Pijlkruid, Egelskop, Fonteinkruid,
                    Roerdomp, Karekiet, Meerkoet, Futen, Aalscholver, Lepelaar, Wouwaap, Snor, Porseleinhoen, Waterral,
                    Zilverreiger, Kluut, Tureluur, Grutto, Visdief, Wulpen"""));

    private static DistrictPlan plan(
            String name,
            Neighbourhood.Kind kind,
            double east,
            double north,
            String neighbourhoods,
            String endings,
            String words) {
        return new DistrictPlan(name, kind, east, north, split(neighbourhoods), split(endings), split(words));
    }

    private static List<String> split(String text) {
        return List.of(text.strip().split(",\\s*"));
    }
}
