//! Accented letters as one character or as several: NFC and NFD of Unicode Standard Annex 15, for Latin, Greek and Cyrillic.

/// A combining mark, letters that it stands behind, and what they make with it, in the same order: all of the blocks Latin-1
/// Supplement, Latin Extended-A, -B and Additional, Greek and Cyrillic. Tables for all scripts are many times as large.
const MARKS: &[(char, &str, &str)] = &[
    ('\u{300}', "AEIOUaeiouÜüNnЕИеиĒēŌōWwÂâĂăÊêÔôƠơƯưYy", "ÀÈÌÒÙàèìòùǛǜǸǹЀЍѐѝḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØø¨ΑΕΗΙΟ", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿ΅ΆΈΉΊΌ"),
    ('\u{301}', "ΥΩϊαεηιϋουωϒГКгкÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂă", "ΎΏΐάέήίΰόύώϓЃЌѓќḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắ"),
    ('\u{301}', "ÊêÔôƠơƯư", "ẾếỐốỚớỨứ"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"),
    ('\u{303}', "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"),
    ('\u{304}', "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyИиУуGgḶḷṚṛ", "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳӢӣӮӯḠḡḸḹṜṝ"),
    ('\u{306}', "AaEeGgIiOoUuУИиуЖжАаЕеȨȩẠạ", "ĂăĔĕĞğĬĭŎŏŬŭЎЙйўӁӂӐӑӖӗḜḝẶặ"),
    ('\u{307}', "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtW", "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆ"),
    ('\u{307}', "wXxYyſ", "ẇẊẋẎẏẛ"),
    ('\u{308}', "AEIOUaeiouyYΙΥιυϒЕІеіАаӘәЖжЗзИиОоӨөЭэУуЧ", "ÄËÏÖÜäëïöüÿŸΪΫϊϋϔЁЇёїӒӓӚӛӜӝӞӟӤӥӦӧӪӫӬӭӰӱӴ"),
    ('\u{308}', "чЫыHhÕõŪūWwXxt", "ӵӸӹḦḧṎṏṺṻẄẅẌẍẗ"),
    ('\u{309}', "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"),
    ('\u{30A}', "AaUuwy", "ÅåŮůẘẙ"),
    ('\u{30B}', "OoUuУу", "ŐőŰűӲӳ"),
    ('\u{30C}', "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ"),
    ('\u{30F}', "AaEeIiOoRrUuѴѵ", "ȀȁȄȅȈȉȌȍȐȑȔȕѶѷ"),
    ('\u{311}', "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"),
    ('\u{31B}', "OoUu", "ƠơƯư"),
    ('\u{323}', "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯư", "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰự"),
    ('\u{323}', "Yy", "Ỵỵ"),
    ('\u{324}', "Uu", "Ṳṳ"),
    ('\u{325}', "Aa", "Ḁḁ"),
    ('\u{326}', "SsTt", "ȘșȚț"),
    ('\u{327}', "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"),
    ('\u{328}', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    ('\u{32D}', "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"),
    ('\u{32E}', "Hh", "Ḫḫ"),
    ('\u{330}', "EeIiUu", "ḚḛḬḭṴṵ"),
    ('\u{331}', "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
];

/// With one character for each letter and its marks (NFC).
pub fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let letter = out.chars().next_back().and_then(|base| with_mark(base, character));
        match letter {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None => out.push(character),
        }
    }
    out
}

/// With each mark behind its letter (NFD).
pub fn decomposed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_decomposed(&mut out, character);
    }
    out
}

/// A letter with a mark may bear another one.
fn push_decomposed(out: &mut String, character: char) {
    match without_mark(character) {
        Some([letter, mark]) => {
            push_decomposed(out, letter);
            out.push(mark);
        }
        None => out.push(character),
    }
}

fn with_mark(base: char, mark: char) -> Option<char> {
    MARKS.iter().filter(|(of, ..)| *of == mark).find_map(|(_, letters, marked)| {
        let at = letters.chars().position(|letter| letter == base)?;
        marked.chars().nth(at)
    })
}

fn without_mark(character: char) -> Option<[char; 2]> {
    MARKS.iter().find_map(|(mark, letters, marked)| {
        let at = marked.chars().position(|letter| letter == character)?;
        Some([letters.chars().nth(at)?, *mark])
    })
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn is_as_unicode_has_it() {
        let ranges = [('\0'..='\u{24F}'), ('\u{370}'..='\u{4FF}'), ('\u{1E00}'..='\u{1EFF}')];
        for character in ranges.into_iter().flatten().map(String::from) {
            let [nfc, nfd]: [String; 2] = [character.nfc().collect(), character.nfd().collect()];
            assert_eq!((composed(&nfd), decomposed(&nfc)), (nfc, nfd), "{character}");
        }
    }

    #[test]
    fn leaves_everything_else_as_it_is() {
        for text in ["", "plain", "\u{301}", "q\u{301}", "ß", "ø", "\u{1F600}", "日本"] {
            assert_eq!((&*composed(text), &*decomposed(text)), (text, text));
        }
    }
}
